/** A meeting of a body that was registered under a wrong id. */
interface MovedMeeting extends Record<string, SqlStorageValue> {
  readonly body: string;
  readonly id: string;
}

/** Meetings that are listed under the body that was meant, too, whose addresses lead no further: the same that redirects go by. */
const selectMoved = (sql: SqlStorage): readonly MovedMeeting[] =>
  sql
    .exec<MovedMeeting>(
      `SELECT meetings.body, meetings.id FROM bodies AS own
       JOIN bodies AS meant ON meant.id = json_extract(own.record, '$.movedTo') AND json_extract(meant.record, '$.movedTo') IS NULL
       JOIN meetings AS same ON same.body = meant.id
       JOIN meetings ON meetings.body = own.id AND meetings.id = same.id
       WHERE json_extract(own.record, '$.movedTo') IS NOT NULL`,
    )
    .toArray();

/** Whether a meeting is listed twice, and this is the id that was wrong. */
export const createMovedTest = (sql: SqlStorage): ((body: string, id: string) => boolean) => {
  const moved = new Set(selectMoved(sql).map(({ body, id }) => `${body}/${id}`));
  return (body, id) => moved.has(`${body}/${id}`);
};

/** Makes a change of what is listed: an entry that begins or ceases to be the wrong one of two is another for calendars. */
export const raiseMoved = (sql: SqlStorage, arrival: number, change: () => void): void => {
  const before = selectMoved(sql);
  const was = createMovedTest(sql);
  change();
  const is = createMovedTest(sql);
  for (const { body, id } of [...before, ...selectMoved(sql)])
    if (was(body, id) !== is(body, id))
      sql.exec("UPDATE meetings SET sequence = sequence + 1, stamp = ? WHERE body = ? AND id = ?", Math.floor(arrival / 1000), body, id);
};
