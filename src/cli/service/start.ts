import { formatMeetingFeedPath, formatMeetingPath, formatSlotFeedPath } from "../../calendar/addresses.ts";
import { ENGLISH } from "../../i18n/en.ts";
import { formatSlotName } from "../../i18n/slot-name.ts";
import { formatHours } from "../../i18n/slot-time.ts";
import { formatLocalTime, getDate, addDays } from "../../meeting/local-time.ts";
import type { MeetingRecord } from "../../meeting/record.ts";
import { chooseText } from "../../meeting/text.ts";
import { createWebhookId } from "../../standard-webhooks/client.ts";
import { splitSecrets } from "../../standard-webhooks/operator-secrets.ts";
import { DEFAULT_PORT } from "../options.ts";
import { announceOnce } from "../send/announce.ts";
import { isServed, sendEvent, type Sender } from "../send/client.ts";
import { createSetupLink, describeSetupLink } from "../keys/setup-link.ts";
import { buildService } from "./build.ts";
import { ensureDevelopmentKey } from "./development-key.ts";
import { formatLogLine } from "./format-log-line.ts";
import { chooseOpening, countMeetingDays, createRehearsal } from "./rehearsal.ts";
import { readRecords } from "./read-records.ts";
import { listEventsSoFar } from "./rehearsed-events.ts";
import { runUntilExit, startService } from "./runtime.ts";

const { dates } = ENGLISH;
export interface StartOptions {
  readonly port: number;
  /** The folder in which everything is kept. */
  readonly state: string;
}

const listFeeds = (record: MeetingRecord, origin: string): string => {
  const { body, id } = record;
  const heading = [
    chooseText(record.title, "en"),
    record.city && chooseText(record.city, "en"),
    dates.days(record.opensOn, record.closesOn),
  ]
    .filter(Boolean)
    .join(", ");
  const slots = record.slots.map((slot) =>
    [
      `  ${formatSlotName(slot, ENGLISH)}, ${formatHours(slot, undefined, ENGLISH)}`,
      `    ${origin}${formatSlotFeedPath(body.id, id, slot.number)}`,
    ].join("\n"),
  );
  return [
    heading,
    `  Page                 ${origin}${formatMeetingPath(body.id, id)}`,
    `  Subscribe to it all  ${origin}${formatMeetingFeedPath(body.id, id)}`,
    ...slots,
  ].join("\n");
};

const describeFirstEvent = ({ body, id }: MeetingRecord, local: string, hasOwnKey: boolean): string => {
  const key = hasOwnKey ? 'PLENARY_KEY="$PLENARY_OPERATOR_KEY" ' : "";
  const url = local === `http://localhost:${DEFAULT_PORT}` ? "" : ` --url ${local}`;
  return `Send the first event, from another terminal:\n  ${key}npm run plenary -- send meeting.opened --body ${body.id} --meeting ${id}${url}`;
};

/** A meeting that is under way today: the rehearsal that was begun on an earlier day, or a new one, with what would have happened by now. */
const announceRehearsal = async (sender: Sender, record: MeetingRecord, now: number): Promise<MeetingRecord> => {
  const today = getDate(formatLocalTime(now, record.timezone));
  const days = countMeetingDays(record);
  for (let age = 0; age < days; age += 1) {
    const begun = createRehearsal(record, addDays(today, -age));
    if (await isServed(`${sender.url}${formatMeetingPath(begun.body.id, begun.id)}`)) return begun;
  }
  const rehearsal = createRehearsal(record, chooseOpening(today, days));
  await announceOnce(sender, rehearsal, now);
  for (const event of listEventsSoFar(rehearsal, now)) {
    const sent = await sendEvent(sender, rehearsal.body.id, createWebhookId(), event, Date.now());
    if (!sent.ok) throw new Error(`The rehearsal could not be told that ${event.type}: ${sent.error.detail}`);
  }
  return rehearsal;
};

const printLogLine = (line: string): void => console.log(formatLogLine(line, new Date().toTimeString().slice(0, 8)));

/** Starts the service with the shipped meeting and a rehearsal of it, and says what to do next. Ends with the service. */
export const start = async ({ port, state }: StartOptions): Promise<number> => {
  const local = `http://localhost:${port}`;
  const ownKey = process.env["PLENARY_OPERATOR_KEY"] || undefined;
  const operatorKey = ownKey ?? ensureDevelopmentKey();
  const origin = new URL(process.env["PUBLIC_ORIGIN"] || local).origin;
  const records = readRecords();
  const [shipped] = records;
  const sender: Sender = { url: local, secret: splitSecrets(operatorKey)[0] ?? operatorKey };

  console.log("Building and starting Plenary ...");
  const service = await startService({
    port,
    state,
    publicOrigin: origin,
    operatorKey,
    output: printLogLine,
    prepare: () => buildService(state),
    // Whoever tries it has their receivers of news on this machine.
    reach: "loopback",
  });
  const exit = runUntilExit(service);
  let rehearsal: MeetingRecord;
  let setup: string;
  try {
    for (const record of records) await announceOnce(sender, record, Date.now());
    rehearsal = await announceRehearsal(sender, shipped, Date.now());
    setup = describeSetupLink(await createSetupLink(sender, Date.now()));
  } catch (error) {
    service.kill("SIGTERM");
    throw error;
  }
  const paragraphs = [
    `\nPlenary is at ${origin}`,
    ...[rehearsal, ...records].map((record) => listFeeds(record, origin)),
    describeFirstEvent(shipped, local, ownKey !== undefined),
    setup,
  ];
  console.log(`${paragraphs.join("\n\n")}\n`);
  return exit;
};
