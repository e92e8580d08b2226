import type { MeetingRecord } from "../../src/meeting/record.ts";
import { addDays } from "../../src/meeting/local-time.ts";

interface Conference {
  readonly days: number;
  /** Sittings that begin at once. */
  readonly rooms: number;
  /** Hours at which they begin, each for an hour: `09`. */
  readonly hours: readonly string[];
  readonly items: number;
}

/** The seed's meeting as a conference would have it: many items, taken up in many rooms at once. */
export const buildConference = (seed: MeetingRecord, { days, rooms, hours, items }: Conference): MeetingRecord => {
  const agenda = Array.from({ length: items }, (_, at) => ({
    number: String(at + 1),
    title: `${["Review of the implementation of", "Matters relating to", "Guidance on", "Report on"][at % 4]} decision ${at + 1}/CP.${at % 30}`,
  }));
  const sittings = Array.from({ length: days }, (_, day) =>
    hours.flatMap((hour) => Array.from({ length: rooms }, (_room, room) => ({ date: addDays(seed.opensOn, day), hour, room }))),
  ).flat();
  return {
    ...seed,
    closesOn: addDays(seed.opensOn, days - 1),
    documents: [],
    agenda: { ...seed.agenda, items: agenda },
    slots: sittings.map(({ date, hour, room }, at) => ({
      number: String(at + 1),
      start: `${date}T${hour}:00`,
      end: `${date}T${String(Number(hour) + 1).padStart(2, "0")}:00`,
      venue: `Room ${room + 1}`,
      kind: room === 0 ? "plenary" : room % 3 === 0 ? "informal" : "contact-group",
      ...(room % 5 === 4 && { access: "closed" }),
      items: [String((at % items) + 1), ...(room === 0 && items > 1 ? [String(((at + 1) % items) + 1)] : [])],
    })),
  };
};
