import { useMemo, useState } from "preact/hooks";
import { useProgramme } from "../context.ts";
import { listItemTitles } from "../labels.ts";
import { DayRows, FoldedDay } from "./day-section.tsx";
import { findDayInFocus, isTakingPlace, listDays } from "./days.ts";
import { ItemRow } from "./item-row.tsx";
import { readPossible, type Possible } from "./possible.ts";
import { indexProgramme, searchProgramme } from "./programme-search.ts";
import { SittingRow } from "./sitting-row.tsx";

interface PartProps {
  readonly titles: ReadonlyMap<string, string>;
  readonly possible: Possible;
}

/** The sittings and items in which all words of a query stand. */
const Findings = ({ query, titles, possible }: PartProps & { readonly query: string }) => {
  const { meeting, messages } = useProgramme();
  const { programme: say } = messages;
  const index = useMemo(() => indexProgramme(meeting, titles, messages), [meeting, titles, messages]);
  const { sittings, items, hasMore } = searchProgramme(query, index, messages);
  return (
    <div class="found">
      {sittings.length + items.length === 0 && <p role="status">{say.nothingFound}</p>}
      <ul class="sittings">
        {sittings.map((slot) => (
          <SittingRow key={slot.number} slot={slot} titles={titles} possible={possible} isDated />
        ))}
      </ul>
      {items.length > 0 && (
        <ol class="item-rows">
          {items.map((number) => (
            <ItemRow key={number} number={number} title={titles.get(number) ?? number} possible={possible} />
          ))}
        </ol>
      )}
      {hasMore && <p role="status">{say.moreFound}</p>}
    </div>
  );
};

/** Items that no sitting takes up, as those that were deferred or never placed. */
const UnplacedItems = ({ titles, possible }: PartProps) => {
  const { meeting, messages } = useProgramme();
  const [isOpen, setOpen] = useState(false);
  const placed = useMemo(() => new Set(meeting.programme.flatMap(({ items }) => items)), [meeting]);
  const isPlaced = (number: string): boolean => [...placed].some((other) => other === number || other.startsWith(`${number}(`));
  const unplaced = [...titles.keys()].filter((number) => !isPlaced(number));
  if (unplaced.length === 0) return null;
  return (
    <details class="other-day" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <strong>{messages.programme.unplaced}</strong> <span class="soft">({unplaced.length})</span>
      </summary>
      {isOpen && (
        <ol class="item-rows">
          {unplaced.map((number) => (
            <ItemRow key={number} number={number} title={titles.get(number) ?? number} possible={possible} />
          ))}
        </ol>
      )}
    </details>
  );
};

/** The programme: the day's sittings first, what takes place elsewhere beside it, other days folded; all to be searched. */
export const Programme = () => {
  const { meeting, messages, today } = useProgramme();
  const { programme: say, own } = messages;
  const [query, setQuery] = useState("");
  const titles = useMemo(() => listItemTitles(meeting.agendaItems, messages), [meeting, messages]);
  const possible = useMemo(() => readPossible(meeting), [meeting]);
  const days = useMemo(() => listDays(meeting), [meeting]);
  const focused = useMemo(() => findDayInFocus(days, meeting, today), [days, meeting, today]);
  // Who types what to search for waits for no rows that stay as they are.
  const rows = useMemo(() => focused && <DayRows day={focused} titles={titles} possible={possible} />, [focused, titles, possible]);
  const others = days.filter((day) => day !== focused);
  const elsewhere = others.flatMap(({ sittings }) => sittings.flat()).filter((slot) => isTakingPlace(slot, meeting));
  return (
    <section class="programme" aria-labelledby="now">
      <h2 id="now" tabIndex={-1}>
        {focused && focused.date !== today ? own.dates.weekday(focused.date) : say.today}
      </h2>
      {elsewhere.length > 0 && (
        <ul class="sittings">
          {elsewhere.map((slot) => (
            <SittingRow key={slot.number} slot={slot} titles={titles} possible={possible} isDated />
          ))}
        </ul>
      )}
      {rows}
      <h2>{say.all}</h2>
      <div class="field" role="search">
        <label for="programme-search">{say.search}</label>
        <input id="programme-search" type="search" autocomplete="off" onInput={({ currentTarget }) => setQuery(currentTarget.value)} />
      </div>
      {query.trim() === "" ? (
        <>
          {others.map((day) => (
            <FoldedDay key={day.date} day={day} titles={titles} possible={possible} />
          ))}
          <UnplacedItems titles={titles} possible={possible} />
        </>
      ) : (
        <Findings query={query} titles={titles} possible={possible} />
      )}
    </section>
  );
};
