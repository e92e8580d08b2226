/**
 * `partners` has the bodies with which a meeting holds joint sittings, or one day may: its own secretariat named each of them. `peers` has
 * each such body once, with the time from which it is to be asked what it says, or told that something here is new; null where neither is.
 */
export const PEER_TABLES = `
  CREATE TABLE partners (meeting TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (meeting, body)) WITHOUT ROWID;
  CREATE INDEX partners_by_body ON partners (body);
  CREATE TABLE peers (body TEXT PRIMARY KEY, ask INTEGER, tell INTEGER, failures INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
  CREATE INDEX peers_to_ask ON peers (ask) WHERE ask IS NOT NULL;
  CREATE INDEX peers_to_tell ON peers (tell) WHERE tell IS NOT NULL;`;

/** What is due with another body: its word to be asked for, or to be told that there is something new. */
export interface DuePeer {
  readonly body: string;
  readonly ask: boolean;
  readonly tell: boolean;
  readonly failures: number;
}

type Due = Partial<Pick<DuePeer, "ask" | "tell">>;

/** Milliseconds after which another body is tried again that did not answer: twice as long each time, until it is an hour. */
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 3_600_000;

/** Milliseconds after which what is under way is taken to have been cut off. */
const CUT_OFF = 30_000;

/** Notes that a meeting has to do with a body, and what is due with it from now on. */
export const notePartner = (sql: SqlStorage, meeting: string, body: string, due: Due, now: number): void => {
  sql.exec("INSERT INTO partners (meeting, body) VALUES (?, ?) ON CONFLICT DO NOTHING", meeting, body);
  sql.exec("INSERT INTO peers (body) VALUES (?) ON CONFLICT DO NOTHING", body);
  noteDue(sql, body, due, now);
};

/** Of a body that no meeting has to do with nothing is noted. */
export const noteDue = (sql: SqlStorage, body: string, { ask = false, tell = false }: Due, now: number): void => {
  sql.exec(
    "UPDATE peers SET ask = iif(?2, ?4, ask), tell = iif(?3, ?4, tell), failures = 0 WHERE body = ?1",
    body,
    ask ? 1 : 0,
    tell ? 1 : 0,
    now,
  );
};

/** Asks all again, and tells them: after a restore, here or there, nothing else would. */
export const noteAllDue = (sql: SqlStorage, now: number): void => {
  sql.exec("UPDATE peers SET ask = coalesce(ask, ?1), tell = coalesce(tell, ?1)", now);
};

/** The meetings that have to do with a body. */
export const readMeetingsWith = (sql: SqlStorage, body: string): readonly string[] =>
  sql
    .exec<{ meeting: string }>("SELECT meeting FROM partners WHERE body = ? ORDER BY meeting", body)
    .toArray()
    .map(({ meeting }) => meeting);

/** The bodies that a meeting has to do with. */
export const readPartners = (sql: SqlStorage, meeting: string): readonly string[] =>
  sql
    .exec<{ body: string }>("SELECT body FROM partners WHERE meeting = ? ORDER BY body", meeting)
    .toArray()
    .map(({ body }) => body);

/** When something is due next, in milliseconds of the epoch. */
export const readNextDue = (sql: SqlStorage): number | null =>
  sql
    .exec<{ due: number | null }>(
      "SELECT min(due) AS due FROM (SELECT min(ask) AS due FROM peers WHERE ask IS NOT NULL UNION ALL SELECT min(tell) FROM peers WHERE tell IS NOT NULL)",
    )
    .one().due;

/** Takes up what is due: until it is done or postponed it is due again only when it is taken to have been cut off. */
export const takeDue = (sql: SqlStorage, now: number): readonly DuePeer[] => {
  const due = sql
    .exec<{ body: string; ask: number; tell: number; failures: number }>(
      "SELECT body, coalesce(ask <= ?1, 0) AS ask, coalesce(tell <= ?1, 0) AS tell, failures FROM peers WHERE ask <= ?1 OR tell <= ?1",
      now,
    )
    .toArray()
    .map(({ body, ask, tell, failures }) => ({ body, ask: ask === 1, tell: tell === 1, failures }));
  setDue(sql, due, now + CUT_OFF);
  return due;
};

const setDue = (sql: SqlStorage, due: readonly DuePeer[], at: number | null): void => {
  for (const { body, ask, tell } of due)
    sql.exec("UPDATE peers SET ask = iif(?2, ?4, ask), tell = iif(?3, ?4, tell) WHERE body = ?1", body, ask ? 1 : 0, tell ? 1 : 0, at);
};

/** What was taken up is done, unless something new is due since. */
export const settleDue = (sql: SqlStorage, { body }: DuePeer, takenAt: number): void => {
  sql.exec("UPDATE peers SET ask = nullif(ask, ?2), tell = nullif(tell, ?2), failures = 0 WHERE body = ?1", body, takenAt + CUT_OFF);
};

/** What was taken up failed, and is due again later, unless something new is due since. */
export const postponeDue = (sql: SqlStorage, { body, failures }: DuePeer, takenAt: number, now: number): void => {
  const at = now + Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT);
  sql.exec(
    "UPDATE peers SET ask = iif(ask = ?2, ?3, ask), tell = iif(tell = ?2, ?3, tell), failures = failures + 1 WHERE body = ?1",
    body,
    takenAt + CUT_OFF,
    at,
  );
};
