import { numberItems } from "../../src/meeting/numbered-items.ts";
import { chooseText, type Language } from "../../src/meeting/text.ts";
import type { Story } from "./stories.ts";
import type { CheckedFeed } from "./understood.ts";

/** Where a line of a title ends is typography; its words are not. */
const words = (text: string): string => text.replaceAll(/\s+/gu, " ");

/** The words of a record that an entry's description may not lack, by UID. */
const factsOf = ({ record }: Story, language: Language): ReadonlyMap<string, readonly string[]> => {
  const titles = new Map(numberItems(record.agenda.items).map(({ number, item }) => [number, chooseText(item.title, language)]));
  return new Map(
    record.slots.map((slot) => [
      `${record.body.id}.${record.id}.slot-${slot.number}`,
      [
        ...slot.items.flatMap((number) => titles.get(number) ?? []),
        ...(record.documents ?? [])
          .filter(({ items }) => items?.some((number) => slot.items.includes(number)))
          .flatMap(({ symbol, title }) => [symbol, ...(title === undefined ? [] : [chooseText(title, language)])]),
      ],
    ]),
  );
};

/** What a record says and the description of its entry does not. */
export const missingFacts = (story: Story, { file, language, expected }: CheckedFeed): readonly string[] => {
  const facts = factsOf(story, language);
  return expected.flatMap(({ uid, description }) =>
    (facts.get(uid) ?? [])
      .filter((fact) => !words(description).includes(words(fact)))
      .map((fact) => `${file} ${uid} description\n  lacks ${JSON.stringify(fact.slice(0, 100))}`),
  );
};
