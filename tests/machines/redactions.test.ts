import { expect, it } from "vitest";
import { createLog, foldLog, type Log } from "../../machines/meeting/fold-log.ts";
import type { MeetingEvent } from "../../src/meeting/events.ts";
import { redactEvent } from "../../src/meeting/redaction.ts";
import { decide } from "../../src/store/body/decide.ts";
import { RECORD } from "./given.ts";
import { receive, type Kept } from "./stories/receive.ts";

/** What a redaction costs, and what it leaves. */

const ABOUT = { body: RECORD.body.id, meeting: RECORD.id };
const SECRET = "Passcode 482 913";

const tellAll = (told: readonly (readonly [id: string, type: MeetingEvent["type"], data: object])[]): Kept => {
  let kept: Kept | undefined;
  for (const [at, [id, type, data]] of told.entries()) {
    const arrival = Date.UTC(2010, 0, 2) + at * 60_000;
    const event = { type, timestamp: new Date(arrival).toISOString(), data: { ...ABOUT, ...data } } as MeetingEvent;
    const received = receive(kept, { id, event, arrival });
    if (!received.decided.ok) throw new Error(`${id}: ${JSON.stringify(received.decided.error)}`);
    ({ kept } = received);
  }
  if (!kept) throw new Error("nothing was told");
  return kept;
};

const ANNOUNCED = ["announced", "meeting.announced", { record: RECORD }] as const;

it("reads each event once, however much of the log was withdrawn", () => {
  const rooms = Array.from({ length: 60 }, (_, at) => at);
  const kept = tellAll([
    ANNOUNCED,
    ...rooms.map((at) => [`room-${at}`, "slot.relocated", { slot: "3", venue: `Room ${at}, ${SECRET}` }] as const),
    ...rooms.slice(1).map((at) => [`withdrawn-${at}`, "event.withdrawn", { event: `room-${at}` }] as const),
  ]);
  let read = 0;
  const log = createLog(kept.log);
  const counted: Log = {
    ...log,
    *read(places) {
      for (const logged of log.read(places)) {
        read += 1;
        yield logged;
      }
    },
  };
  const arrival = Date.UTC(2010, 0, 3);
  const event = {
    type: "event.redacted",
    timestamp: new Date(arrival).toISOString(),
    data: { ...ABOUT, event: "room-0", pointers: ["/data/venue"] },
  } as MeetingEvent;
  const decided = decide("redaction", event, {
    before: kept,
    body: RECORD.body,
    position: { position: kept.log.length + 1, arrival },
    openLog: () => counted,
    findEvent: (id) => kept.log.find((logged) => logged.id === id)?.event,
    isInBodyFeed: () => true,
    reach: "operator",
    findMoved: () => undefined,
    keyWarnings: [],
  });
  if (!decided.ok || !decided.value.redact) throw new Error(JSON.stringify(decided));
  const { redact, state } = decided.value;
  const anew = foldLog(kept.log.map((logged) => ({ ...logged, event: redactEvent(logged.event, redact) })));
  expect({ ...state, version: 0 }).toEqual({ ...(anew.ok && anew.value), version: 0 });
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThanOrEqual(kept.log.length);
});

it.for([
  { what: "room", words: { venue: SECRET } },
  { what: "subject", words: { title: SECRET } },
  { what: "subject, where it has none in another language", words: { title: { en: SECRET, fr: "Groupe de contact" } } },
  { what: "own name", words: { label: SECRET } },
])("leaves of a sitting that never was what it would be had its $what never been said", ({ words }) => {
  const added = { slot: "7", start: "2010-01-29T19:00", end: "2010-01-29T20:00", items: ["7"] };
  const tell = (said: object, pointers: readonly string[]) =>
    tellAll([
      ANNOUNCED,
      ["added", "slot.added", { ...added, ...said, note: SECRET }],
      ["withdrawn", "event.withdrawn", { event: "added" }],
      ["redacted", "event.redacted", { event: "added", pointers }],
    ]);
  const find = ({ rows }: Kept) => rows.find(({ entry }) => entry.slot === "7")?.entry;
  const [name = "", text] = Object.entries(words)[0] ?? [];
  const isByLanguage = typeof text === "object";
  const redacted = find(tell(words, [isByLanguage ? `/data/${name}/en` : `/data/${name}`]));
  expect(JSON.stringify(redacted)).not.toContain(SECRET);
  expect(redacted).toEqual(find(tell(isByLanguage ? { [name]: { fr: text.fr } } : {}, ["/data/note"])));
});
