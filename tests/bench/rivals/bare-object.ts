import { DurableObject } from "cloudflare:workers";
import { LOG_TABLE } from "../../../src/store/body/log-table.ts";
import { MEETING_TABLES } from "../../../src/store/body/meeting-tables.ts";
import { readSignedHeaders } from "../../../src/standard-webhooks/delivery-headers.ts";
import { importSigningKey, verifySignature, type NamedKey } from "../../../src/standard-webhooks/signature.ts";

interface Bare {
  readonly OBJECT: DurableObjectNamespace<BareObject>;
  readonly SECRET: string;
  /** What Plenary stores and answers at such an event, to be stored and answered as it is. */
  readonly STORED: {
    readonly meeting: string;
    readonly snapshot: string;
    readonly overview: string;
    readonly parts: readonly [string, number, string][];
    readonly entries: readonly [string, string, string][];
    readonly answer: string;
  };
}

interface Delivery {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly digest: string;
  readonly raw: Uint8Array;
}

/** An object that stores what Plenary stores, by as many statements, and thinks nothing. */
export class BareObject extends DurableObject<Bare> {
  readonly #storage: DurableObjectStorage;
  readonly #stored: Bare["STORED"];

  constructor(ctx: DurableObjectState, env: Bare) {
    super(ctx, env);
    this.#storage = ctx.storage;
    this.#stored = env.STORED;
    if (ctx.storage.sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'log'").toArray().length === 0)
      ctx.storage.sql.exec(`${LOG_TABLE} ${MEETING_TABLES}`);
  }

  receive({ id, timestamp, signature, digest, raw }: Delivery, now: number): string {
    const { sql } = this.#storage;
    const { meeting, snapshot, overview, parts, entries, answer } = this.#stored;
    return this.#storage.transactionSync(() => {
      sql.exec("SELECT digest, answer FROM log WHERE webhook_id = ?", id).toArray();
      const last = sql.exec<{ position: number }>("SELECT position, arrival FROM log ORDER BY position DESC LIMIT 1").toArray()[0];
      const position = (last?.position ?? 0) + 1;
      sql.exec(
        `INSERT INTO meetings (id, machine, opens_on, has_ended, snapshot, overview) VALUES (?1, 1, '2010-01-27', 0, ?2, ?3)
         ON CONFLICT (id) DO UPDATE SET snapshot = ?2, overview = ?3`,
        meeting,
        snapshot,
        overview,
      );
      for (const [list, at, part] of parts)
        sql.exec(
          `INSERT INTO parts (meeting, list, at, position, part) VALUES (?1, ?2, ?3, ?4, ?5)
           ON CONFLICT (meeting, list, at) DO UPDATE SET position = ?4, part = ?5`,
          meeting,
          list,
          at,
          position,
          part,
        );
      for (const [uid, entry, subject] of entries)
        sql.exec(
          `INSERT INTO ledger (meeting, uid, sequence, stamp, position, entry, subject) VALUES (?1, ?2, ?3, ?4, ?3, ?5, ?6)
           ON CONFLICT (meeting, uid) DO UPDATE SET sequence = ?3, stamp = ?4, position = ?3, entry = ?5, subject = ?6`,
          meeting,
          uid,
          position,
          now,
          entry,
          subject,
        );
      sql.exec(
        `INSERT INTO log (position, webhook_id, digest, type, meeting, arrival, at, at_local, identities, changed, named, machine, key, previous,
           webhook_timestamp, webhook_signature, raw, answer)
         VALUES (?, ?, ?, 'documents.issued', ?, ?, ?, '2010-01-27T10:20', '{}', '[]', '[]', 1, 'operator', ?, ?, ?, ?, ?)`,
        position,
        id,
        digest,
        meeting,
        now,
        now,
        digest,
        timestamp,
        signature,
        raw,
        answer,
      );
      return answer;
    });
  }
}

let key: Promise<NamedKey | undefined> | undefined;

export default {
  fetch: async (request: Request, { OBJECT, SECRET }: Bare): Promise<Response> => {
    key ??= importSigningKey("operator", SECRET);
    const imported = await key;
    const now = Date.now();
    const headers = readSignedHeaders(request.headers, Math.floor(now / 1000));
    if (!headers.ok) return new Response(headers.error.detail, { status: 401 });
    const raw = new Uint8Array(await request.arrayBuffer());
    const verified = await verifySignature(headers.value, raw, imported ? [imported] : []);
    if (!verified.ok) return new Response(verified.error.detail, { status: 401 });
    const { data } = JSON.parse(new TextDecoder().decode(raw)) as { readonly data: { readonly body: string } };
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", raw)).toHex();
    const answer = await OBJECT.getByName(data.body).receive({ ...verified.value, raw, digest }, now);
    return new Response(answer, { headers: { "content-type": "application/json" } });
  },
};
