import { formatItemNumber } from "../../src/i18n/item-number.ts";
import { numberItems } from "../../src/meeting/numbered-items.ts";
import { chooseText, type Language } from "../../src/meeting/text.ts";
import type { Story } from "./stories.ts";
import type { CheckedFeed } from "./understood.ts";

/** Where a line of a title ends is typography; its words are not. */
const words = (text: string): string => text.replaceAll(/\s+/gu, " ");

/** Words that an entry's description may not lack; a title also by the number of its item. */
interface Fact {
  readonly text: string;
  readonly number?: string;
}

/** By UID. */
const factsOf = ({ record }: Story, language: Language): ReadonlyMap<string, readonly Fact[]> => {
  const titles = new Map(
    numberItems(record.agenda.items).map(({ number, item }) => [number, { number, text: chooseText(item.title, language) }]),
  );
  return new Map(
    record.slots.map((slot) => [
      `${record.body.id}.${record.id}.slot-${slot.number}`,
      [
        ...slot.items.flatMap((number) => titles.get(number) ?? []),
        ...(record.documents ?? [])
          .filter(({ items }) => items?.some((number) => slot.items.includes(number)))
          .flatMap(({ symbol, title }) => [{ text: symbol }, ...(title === undefined ? [] : [{ text: chooseText(title, language) }])]),
      ],
    ]),
  );
};

/** A title stands as the record has it; that of a standard item also in the reader's language, marked as not the record's. */
const isSaid = ({ text, number }: Fact, description: string, language: Language): boolean =>
  words(description).includes(words(text)) ||
  (language !== "en" &&
    number !== undefined &&
    description.split("\n").some((line) => line.startsWith(formatItemNumber(number)) && line.includes("*")));

/** What a record says and the description of its entry does not. */
export const missingFacts = (story: Story, { file, language, expected }: CheckedFeed): readonly string[] => {
  const facts = factsOf(story, language);
  return expected.flatMap(({ uid, description }) =>
    (facts.get(uid) ?? [])
      .filter((fact) => !isSaid(fact, description, language))
      .map(({ text }) => `${file} ${uid} description\n  lacks ${JSON.stringify(text.slice(0, 100))}`),
  );
};
