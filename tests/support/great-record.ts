import { LIMITS } from "../../src/meeting/limits.ts";
import { addDays } from "../../src/meeting/local-time.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";

/** A letter of each language, of one, two or three octets. */
const LETTERS = { ar: "ب", en: "e", es: "s", fr: "f", ru: "ж", zh: "中" } as const;
const SITTINGS_A_DAY = 40;

const titleOf = (number: number) =>
  Object.fromEntries(Object.entries(LETTERS).map(([language, letter]) => [language, `${letter.repeat(75)} ${number}`]));

/** A meeting of as many sittings and items as there may be, with titles in six languages: a megabyte and more. */
export const greatRecord = (
  seed: MeetingRecord,
  id: string,
  slots: number = LIMITS.slots.max,
  items: number = LIMITS.items.max,
): MeetingRecord => ({
  ...seed,
  id,
  opensOn: "2031-03-01",
  closesOn: addDays("2031-03-01", Math.ceil(slots / SITTINGS_A_DAY)),
  agenda: { ...seed.agenda, items: Array.from({ length: items }, (_, at) => ({ number: String(at + 1), title: titleOf(at + 1) })) },
  documents: [],
  slots: Array.from({ length: slots }, (_, at) => {
    const day = addDays("2031-03-01", Math.floor(at / SITTINGS_A_DAY));
    const hour = String(8 + (at % 12)).padStart(2, "0");
    return {
      number: String(at + 1),
      start: `${day}T${hour}:00`,
      end: `${day}T${hour}:45`,
      venue: `Room ${at % SITTINGS_A_DAY}`,
      items: [0, 1, 2].map((more) => String(((at + more) % items) + 1)),
    };
  }),
});
