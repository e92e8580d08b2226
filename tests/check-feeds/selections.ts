import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkSelection, formatSelectionPath, type MeetingChoice } from "../../src/calendar/selection.ts";
import type { Service } from "../node/service.ts";
import { PUBLIC_ORIGIN } from "./download.ts";
import { inTurn } from "./in-turn.ts";
import type { Told } from "./telling.ts";
import type { CheckedFeed, Understood } from "./understood.ts";

/** Meetings of one choice, at most; all of them of other bodies. */
const MEETINGS = 5;
/** Choices of meetings wherever they are held. */
const MIXED = 20;

interface Chosen {
  readonly choice: MeetingChoice;
  readonly expected: readonly Understood[];
}

/** Of every third meeting the whole, of others every second sitting. */
const choose = ({ story: { record }, feeds: [plain] }: Told, at: number): Chosen => {
  const slots = at % 3 === 0 ? [] : record.slots.map(({ number }) => number).filter((_, index) => index % 2 === 0);
  const has = ({ uid }: Understood): boolean => slots.length === 0 || slots.some((number) => uid.endsWith(`.slot-${number}`));
  return { choice: { body: record.body.id, meeting: record.id, slots, items: [] }, expected: plain?.expected.filter(has) ?? [] };
};

const pickOfBodies = (told: readonly Told[]): readonly Told[] =>
  [...new Map(told.map((each) => [each.story.record.body.id, each])).values()].slice(0, MEETINGS);

/** In one zone each, so that one VTIMEZONE serves meetings of several bodies and years; then in any. */
const listChoices = (told: readonly Told[]): readonly (readonly Told[])[] => [
  ...Map.groupBy(told, ({ story }) => story.record.timezone).values(),
  ...Array.from({ length: MIXED }, (_, at) => told.filter((__, index) => index % MIXED === at)),
];

/** Writes the feeds of what delegates chose over bodies: its entries are those of the meetings' own feeds, as they were downloaded first. */
export const downloadSelections = (service: Service, folder: string, told: readonly Told[]): Promise<readonly CheckedFeed[]> =>
  inTurn(
    [
      ...listChoices(told)
        .map(pickOfBodies)
        .filter(({ length }) => length > 1)
        .entries(),
    ],
    async ([at, meetings]): Promise<CheckedFeed> => {
      const chosen = meetings.map(choose);
      const selection = checkSelection(
        chosen.map(({ choice }) => choice),
        PUBLIC_ORIGIN,
      );
      if (!selection.ok) throw new Error(`choice ${at} has no address: ${selection.error}`);
      const bytes = await (await service.get(formatSelectionPath(selection.value))).bytes();
      const file = `my-${at}.plain.ics`;
      writeFileSync(join(folder, file), bytes);
      return { file, language: "en", bytes, expected: chosen.flatMap(({ expected }) => expected) };
    },
  );
