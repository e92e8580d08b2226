import { isCleared, type Endpoint } from "../../meeting/endpoint.ts";
import { readEndpoint, readEndpoints } from "./endpoints-table.ts";
import { readUntoldNews, type UntoldNews } from "./news-messages.ts";
import type { ObjectCache } from "./object-cache.ts";
import { settleNews } from "./outbox-tries.ts";

/** What waits for a list, of one meeting, up to a position of the log. */
export interface MailAddress {
  readonly name: string;
  readonly meeting: string;
  readonly position: number;
}

/** A mail that waits for a person: the last event that it tells of stands at its position. */
export interface WaitingNews {
  readonly endpoint: Endpoint;
  readonly news: UntoldNews;
}

/** Mails that are listed at a time: of lists and meetings with more, the first are cleared first. */
const LISTED = 20;

const listPositions = (sql: SqlStorage, { name, meeting, position }: MailAddress): readonly number[] =>
  sql
    .exec<{ position: number }>(
      "SELECT position FROM outbox JOIN log USING (position) WHERE endpoint = ? AND log.meeting = ? AND position <= ? ORDER BY position",
      name,
      meeting,
      position,
    )
    .toArray()
    .map((row) => row.position);

/** Undefined where nothing of it waits any more. */
export const findWaitingMail = (sql: SqlStorage, cache: ObjectCache, mail: MailAddress): WaitingNews | undefined => {
  const endpoint = readEndpoint(sql, mail.name)?.endpoint;
  if (!endpoint || !isCleared(endpoint)) return undefined;
  const news = readUntoldNews(sql, cache, listPositions(sql, mail));
  return news && { endpoint, news };
};

/** One for each list and meeting, whatever happened: what belongs together is one mail. */
export const listWaitingMails = (sql: SqlStorage, cache: ObjectCache, mayClear: (meeting: string) => boolean): readonly WaitingNews[] =>
  readEndpoints(sql)
    .filter(({ endpoint, waiting }) => waiting > 0 && isCleared(endpoint))
    .flatMap(({ endpoint: { name } }) =>
      sql
        .exec<{ meeting: string; position: number }>(
          "SELECT log.meeting, max(position) AS position FROM outbox JOIN log USING (position) WHERE endpoint = ? GROUP BY log.meeting",
          name,
        )
        .toArray()
        .map((row) => ({ name, ...row })),
    )
    .filter(({ meeting }) => mayClear(meeting))
    .slice(0, LISTED)
    .flatMap((mail) => findWaitingMail(sql, cache, mail) ?? []);

export const settleWaitingMail = (sql: SqlStorage, mail: MailAddress): void =>
  settleNews(sql, [{ name: mail.name, positions: listPositions(sql, mail) }]);
