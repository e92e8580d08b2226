import { LIMITS } from "../../meeting/limits.ts";
import { LANGUAGES, type Language } from "../../meeting/text.ts";
import { countJointChanges } from "./joint-table.ts";
import { readVersion } from "./log-table.ts";

/** What subscribers to a meeting are told: they fetch what they need. */
export interface Notification {
  readonly meeting: string;
  readonly version: number;
  /** How often other bodies told something new, where any told something of the meeting. */
  readonly joint?: number;
}

export const readNotification = (sql: SqlStorage, meeting: string): Notification => {
  const joint = countJointChanges(sql, meeting);
  return { meeting, version: readVersion(sql, meeting), ...(joint !== undefined && { joint }) };
};

/** What happened, as the history says it, and the one sitting that it changed. */
interface Sentence {
  readonly text: string;
  readonly words: readonly string[];
  readonly slot?: string;
}

export type Sentences = Partial<Record<Language, Sentence>>;

/** Under which those of all meetings are counted: no meeting has such an id. */
const ALL = "";

/** Those who follow in no language: they are told the number alone. */
const WORDLESS = "-";
type Group = Language | typeof WORDLESS;

const formatTag = (meeting: string, group: Group): string => `${meeting} ${group}`;

/** RFC 6455 §7.4.1: policy violation. */
const NOT_ALLOWED = 1008;

const sendMessage = (socket: WebSocket, message: string): void => {
  try {
    socket.send(message);
  } catch {
    // It is gone, and its reader will come again.
  }
};

/** The runtime itself answers "ping" by "pong": the object need not be awake for that. */
export const answerPings = (ctx: DurableObjectState): void =>
  ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));

/**
 * Takes in a subscriber to a meeting, by a WebSocket that outlives the object's memory, and tells its present version: 101.
 * 404 where the meeting has no version, 503 where it has too many.
 * @param subscribers of each meeting, as last counted, and those who came since: to count anew for each would be quadratic
 */
export const subscribe = (
  ctx: DurableObjectState,
  subscribers: Map<string, number>,
  { meeting, ...told }: Notification,
  group: Group = WORDLESS,
): Response => {
  if (told.version === 0) return new Response(null, { status: 404 });
  const hasRoom = (of: string, most: number): boolean => {
    const known = subscribers.get(of) ?? most;
    const count = known < most ? known : ctx.getWebSockets(of === ALL ? undefined : of).length;
    subscribers.set(of, Math.min(count + 1, most));
    return count < most;
  };
  if (!hasRoom(ALL, LIMITS.followersOfAll.max) || !hasRoom(meeting, LIMITS.followers.max)) return new Response(null, { status: 503 });
  const { 0: reader, 1: socket } = new WebSocketPair();
  ctx.acceptWebSocket(socket, [meeting, formatTag(meeting, group)]);
  sendMessage(socket, JSON.stringify(told));
  return new Response(null, { status: 101, webSocket: reader });
};

/** The languages in which a meeting is followed. */
export const listFollowedLanguages = (ctx: DurableObjectState, meeting: string): readonly Language[] =>
  LANGUAGES.filter((language) => ctx.getWebSockets(formatTag(meeting, language)).length > 0);

/** Tells some subscribers to a meeting; the runtime sends it once what was written is on disk. */
const broadcastTo = (ctx: DurableObjectState, { meeting, ...told }: Notification, group: Group, sentence?: Sentence): void => {
  const message = JSON.stringify({ ...told, ...sentence });
  for (const socket of ctx.getWebSockets(formatTag(meeting, group))) sendMessage(socket, message);
};

/** Tells those who want no words. */
export const broadcastVersion = (ctx: DurableObjectState, notification: Notification): void => broadcastTo(ctx, notification, WORDLESS);

/** Tells those who want words; the number alone where there are none. */
export const broadcastSentences = (ctx: DurableObjectState, notification: Notification, sentences: Sentences): void => {
  for (const language of LANGUAGES) broadcastTo(ctx, notification, language, sentences[language]);
};

/** Subscribers have nothing to say but "ping", which never comes here: one who says more would keep the object awake. */
export const closeSocket = (socket: WebSocket): void => socket.close(NOT_ALLOWED, "This line only tells.");
