import type { MeetingEventType } from "../messages/event-messages.ts";

/** An event that was prepared, and not sent: what it says of its meeting, with no time and no version yet. */
export interface PreparedEvent {
  readonly type: MeetingEventType;
  readonly given: Readonly<Record<string, unknown>>;
  /** Of another meeting than the one at whose console it was prepared, as an announcement is. */
  readonly meeting?: string;
}

/** What stands before a draft in the fragment of a console's address. */
const PREFIX = "draft=";

/** More is no link that can be handed on. */
const MAX_OCTETS = 500_000;

const pipe = async (bytes: Uint8Array<ArrayBuffer>, through: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(through)).arrayBuffer());

const encodeBase64Url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const decodeBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));

/** A draft as the fragment of a link, which no request carries. */
export const encodeDraft = async (events: readonly PreparedEvent[]): Promise<string> => {
  const bytes = new TextEncoder().encode(JSON.stringify(events));
  return `${PREFIX}${encodeBase64Url(await pipe(bytes, new CompressionStream("deflate-raw")))}`;
};

const isPrepared = (value: unknown, isKnown: (type: string) => boolean): value is PreparedEvent =>
  typeof value === "object" &&
  value !== null &&
  "type" in value &&
  typeof value.type === "string" &&
  isKnown(value.type) &&
  "given" in value &&
  typeof value.given === "object" &&
  value.given !== null &&
  (!("meeting" in value) || typeof value.meeting === "string");

export const isDraftFragment = (fragment: string): boolean => fragment.startsWith(PREFIX);

/** The events in a link's fragment; undefined where it holds none that can be read. */
export const decodeDraft = async (fragment: string, isKnown: (type: string) => boolean): Promise<readonly PreparedEvent[] | undefined> => {
  const packed = fragment.slice(PREFIX.length);
  if (!isDraftFragment(fragment) || packed.length > MAX_OCTETS) return undefined;
  try {
    const events: unknown = JSON.parse(
      new TextDecoder().decode(await pipe(decodeBase64Url(packed), new DecompressionStream("deflate-raw"))),
    );
    const isDraft = Array.isArray(events) && events.length > 0 && events.every((event: unknown) => isPrepared(event, isKnown));
    return isDraft ? events : undefined;
  } catch {
    return undefined;
  }
};
