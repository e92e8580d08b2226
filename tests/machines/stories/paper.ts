import { restoreDocuments } from "../../../machines/meeting/documented.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import { addDays } from "../../../src/meeting/local-time.ts";
import { numberItems } from "../../../src/meeting/numbered-items.ts";
import type { AgendaItem, MeetingRecord, Slot, Subitem } from "../../../src/meeting/record.ts";
import { chooseText, type Text } from "../../../src/meeting/text.ts";
import { RECORD } from "../given.ts";

/**
 * What a secretariat has on paper: whole, by subjects, whatever number each has and whatever document says it. The short title of an item
 * is its subject: nothing is matched by that, so it shows whether an address stays with one.
 */
export interface PaperItem {
  readonly subject: string;
  /** `2`, or `a` of a part. What a document took back may leave a gap. */
  readonly label: string;
  readonly title: string;
  readonly parts: readonly PaperItem[];
}

export interface PaperSlot extends Omit<Slot, "items" | "continued"> {
  readonly subjects: readonly string[];
  readonly continued: readonly string[];
}

interface PaperDocument {
  readonly symbol: string;
  readonly title: string;
  readonly subjects: readonly string[];
}

export interface Paper {
  readonly items: readonly PaperItem[];
  readonly slots: readonly PaperSlot[];
  readonly documents: readonly PaperDocument[];
  readonly venue: string | undefined;
  readonly closesOn: string;
}

const LETTERS = "abcdefghij";

/** Items with the numbers of their places. */
export const numberInOrder = (items: readonly PaperItem[]): readonly PaperItem[] =>
  items.map((item, at) => ({
    ...item,
    label: String(at + 1),
    parts: item.parts.map((part, index) => ({ ...part, label: LETTERS[index] ?? "" })),
  }));

const name = (subject: string, ...parts: readonly PaperItem[]): PaperItem => ({ subject, label: "", title: `${subject} matters`, parts });

const sit = (number: string, day: number, hours: readonly [string, string], ...subjects: readonly string[]): PaperSlot => ({
  number,
  start: `${addDays(RECORD.opensOn, day)}T${hours[0]}`,
  end: `${addDays(RECORD.opensOn, day)}T${hours[1]}`,
  subjects,
  continued: [],
});

const MORNING = ["10:00", "13:00"] as const;
const AFTERNOON = ["15:00", "18:00"] as const;

export const FIRST_PAPER: Paper = {
  items: numberInOrder([name("A", name("Aa"), name("Ab")), name("B"), name("C"), name("D"), name("E")]),
  slots: [
    sit("1", 0, MORNING, "Aa", "Ab", "B"),
    sit("2", 0, AFTERNOON, "C"),
    { ...sit("3", 1, MORNING, "D"), kind: "committee" },
    { ...sit("4", 1, AFTERNOON, "D", "E"), continued: ["D"] },
    sit("5", 2, MORNING, "E"),
  ],
  documents: [{ symbol: "A/1", title: "Paper one", subjects: ["C"] }],
  venue: undefined,
  closesOn: RECORD.closesOn,
};

export const listPaperItems = ({ items }: Pick<Paper, "items">): readonly PaperItem[] => items.flatMap((item) => [item, ...item.parts]);

/** The number of each subject. */
export const numberSubjects = ({ items }: Pick<Paper, "items">): ReadonlyMap<string, string> =>
  new Map(
    items.flatMap(({ subject, label, parts }): (readonly [string, string])[] => [
      [subject, label],
      ...parts.map((part) => [part.subject, `${label}(${part.label})`] as const),
    ]),
  );

/** What of a paper a document prints; all of it where it is silent. */
export interface Extract {
  readonly items?: ReadonlySet<string>;
  readonly slots?: ReadonlySet<string>;
  readonly documents?: ReadonlySet<string>;
}

/** A record of a paper, or of a part of it; `was` says which number of the earlier paper an item had. */
export const writeRecord = (paper: Paper, extract: Extract = {}, was?: (subject: string) => string | null | undefined): MeetingRecord => {
  const numbers = numberSubjects(paper);
  const write = (subjects: readonly string[]): string[] => subjects.map((subject) => numbers.get(subject) ?? "");
  const writeWas = (subject: string) => {
    const said = was?.(subject);
    return said === undefined ? {} : { was: said };
  };
  const items = paper.items.flatMap((item): AgendaItem[] => {
    if (extract.items && !extract.items.has(item.subject)) return [];
    const parts = item.parts.map(({ subject, label, title }) => ({
      letter: label,
      title,
      shortTitle: subject,
      ...writeWas(subject),
    }));
    return [
      {
        number: item.label,
        title: item.title,
        shortTitle: item.subject,
        ...writeWas(item.subject),
        ...(parts.length > 0 && { subitems: parts }),
      },
    ];
  });
  const slots = paper.slots
    .filter(({ number }) => !extract.slots || extract.slots.has(number))
    .map(({ subjects, continued, ...slot }): Slot => ({
      ...slot,
      items: write(subjects),
      ...(continued.length > 0 && { continued: write(continued) }),
    }));
  const documents = paper.documents
    .filter(({ symbol }) => !extract.documents || extract.documents.has(symbol))
    .map(({ symbol, title, subjects }) => ({ symbol, title, items: write(subjects) }));
  const { documents: _documents, ...masthead } = RECORD;
  return {
    ...masthead,
    ...(paper.venue !== undefined && { venue: paper.venue }),
    closesOn: paper.closesOn,
    agenda: { symbol: "A/AGENDA", items },
    ...(documents.length > 0 && { documents }),
    slots,
  };
};

const readText = (title: Text | undefined): string => (title === undefined ? "" : chooseText(title, "en"));

/** The subject of an item, by its id. */
export const listSubjects = ({ agenda }: Pick<MeetingRecord, "agenda">): ReadonlyMap<string, string> =>
  new Map(numberItems(agenda.items).map(({ id, item }) => [id, readText(item.shortTitle)]));

const readItem = ({ title, shortTitle, subitems }: AgendaItem | Subitem, label: string): PaperItem => ({
  subject: readText(shortTitle),
  label,
  title: readText(title),
  parts: (subitems ?? []).map((part) => readItem(part, part.letter)),
});

/** What the documents say of a meeting by its state. */
export const readPaper = (state: MeetingState): Paper => {
  const base = restoreDocuments(state);
  const subjects = listSubjects(base);
  const read = (ids: readonly string[] = []): string[] => ids.map((id) => subjects.get(id) ?? id);
  return {
    items: base.agenda.items.map((item) => readItem(item, item.number)),
    slots: base.slots.map(({ items, continued, ...slot }) => ({ ...slot, subjects: read(items), continued: read(continued) })),
    documents: (base.documents ?? []).map(({ symbol, title, items }) => ({ symbol, title: readText(title), subjects: read(items) })),
    venue: base.venue === undefined ? undefined : readText(base.venue),
    closesOn: base.closesOn,
  };
};
