import { Webhook } from "standardwebhooks";
import { createReceiver, type DeliveryHeaders, type News, type ToldEntry } from "../news.ts";

/** A mirror of a body's programme, kept by what the service sends: `PLENARY_SECRET=whsec_... npx node examples/mirror/mirror.ts` */

/** An entry as it is told: in words of one language, and as data. */
interface MirroredEntry {
  readonly sequence: number;
  readonly summary: string;
  readonly description: string;
  readonly location?: string;
  readonly start: string;
  readonly end?: string;
  readonly timezone: string;
  readonly status: string;
}

/**
 * @param secret as `plenary endpoints add` prints it
 * @param language one of those that the endpoint was added with
 */
export const createMirror = (secret: string, language = "en") => {
  const webhook = new Webhook(secret);
  const entries = new Map<string, MirroredEntry>();
  /** In earnest these two are kept together on disk, in one transaction: what is known must be what was applied. */
  const known = new Set<string>();
  const stale = new Set<string>();

  const apply = ({ uid, sequence, after, texts }: ToldEntry): void => {
    const text = texts?.[language];
    if (!after || !text || sequence < (entries.get(uid)?.sequence ?? 0)) return;
    const { start, end, timezone, status } = after;
    entries.set(uid, { sequence, ...text, start, timezone, status, ...(end !== undefined && { end }) });
  };

  return {
    /** By UID. */
    entries,
    /** Feeds of which more changed than was sent: they are to be fetched. */
    stale,
    /** Throws where it is not what the service signed. What came before changes nothing. */
    receive: (raw: string, headers: DeliveryHeaders): void => {
      const id = headers["webhook-id"] ?? "";
      webhook.verify(raw, headers);
      if (known.has(id)) return;
      const { entries: told = [], isCut, feed } = (JSON.parse(raw) as News).data;
      for (const entry of told) apply(entry);
      if (isCut && feed !== undefined) stale.add(feed);
      known.add(id);
    },
  };
};

type Mirror = ReturnType<typeof createMirror>;

/** Answers 204 to what it has applied, and to what it had before. */
export const createMirrorServer = (mirror: Pick<Mirror, "receive">) =>
  createReceiver((raw, headers) => {
    mirror.receive(raw, headers);
    return { status: 204 };
  });

if (import.meta.main) {
  const mirror = createMirror(process.env["PLENARY_SECRET"] ?? "");
  const receive: typeof mirror.receive = (raw, headers) => {
    mirror.receive(raw, headers);
    const { type, data } = JSON.parse(raw) as News;
    console.log(`${type}: ${data.sentences?.["en"]?.text ?? ""}`);
  };
  createMirrorServer({ receive }).listen(Number(process.env["PORT"] ?? 9000), "127.0.0.1");
}
