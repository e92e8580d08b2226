/** A setup link that the operator made: `body` and `public_key` stand there once it is used, and it is good for that pair alone. */
export const OFFERS_TABLE = "CREATE TABLE offers (id TEXT PRIMARY KEY, until INTEGER NOT NULL, body TEXT, public_key TEXT) WITHOUT ROWID;";

/** What a setup link is used for: a body, and the key of the browser that has it. */
export interface Claim {
  readonly body: string;
  readonly publicKey: string;
}

/** `used`: by another browser, or for another body. `taken`: there is such a body already. */
export type Claimed = "claimed" | "used" | "taken";

/** @param now milliseconds of the epoch */
export const addOffer = (sql: SqlStorage, id: string, until: number, now: number): void => {
  sql.exec("DELETE FROM offers WHERE until <= ?", now);
  sql.exec("INSERT INTO offers (id, until) VALUES (?, ?) ON CONFLICT (id) DO NOTHING", id, until);
};

/** The offers whose time is not over, used or not: whoever comes late is told so. */
export const readOffers = (sql: SqlStorage, now: number): readonly string[] =>
  sql
    .exec<{ id: string }>("SELECT id FROM offers WHERE until > ? ORDER BY id", now)
    .toArray()
    .map(({ id }) => id);

/** What an offer would come to that is claimed. */
export const weighClaim = (sql: SqlStorage, id: string, { body, publicKey }: Claim, now: number): Claimed | "free" => {
  const offer = sql
    .exec<{ body: string | null; public_key: string | null }>("SELECT body, public_key FROM offers WHERE id = ? AND until > ?", id, now)
    .toArray()[0];
  if (!offer) return "used";
  if (offer.body !== null) return offer.body === body && offer.public_key === publicKey ? "claimed" : "used";
  const taken = "SELECT 1 FROM bodies WHERE id = ?1 AND record IS NOT NULL UNION SELECT 1 FROM offers WHERE body = ?1";
  return sql.exec(taken, body).toArray().length > 0 ? "taken" : "free";
};

/** Spends an offer on a body and a key, and makes the body's row: to be called in a transaction. */
export const claimOffer = (sql: SqlStorage, id: string, claim: Claim, now: number): Claimed => {
  const found = weighClaim(sql, id, claim, now);
  if (found !== "free") return found;
  sql.exec("UPDATE offers SET body = ?, public_key = ? WHERE id = ?", claim.body, claim.publicKey, id);
  sql.exec("INSERT INTO bodies (id) VALUES (?) ON CONFLICT (id) DO NOTHING", claim.body);
  return "claimed";
};
