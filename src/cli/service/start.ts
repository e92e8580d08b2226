import { readdirSync } from "node:fs";
import { join } from "node:path";
import { formatSlotFeedPath, formatMeetingFeedPath, formatMeetingPath } from "../../calendar/addresses.ts";
import type { MeetingRecord } from "../../meeting/record.ts";
import { chooseTitle } from "../../meeting/text.ts";
import { ENGLISH } from "../../i18n/en.ts";
import { splitSecrets } from "../../standard-webhooks/operator-secrets.ts";
import { announceOnce, readRecord } from "../send/announce.ts";
import { buildService } from "./build.ts";
import { developmentKey } from "./development-key.ts";
import { rehearsalOf } from "./rehearsal.ts";
import { startService, untilEnded } from "./runtime.ts";

const { dates } = ENGLISH;
const RECORDS = join(import.meta.dirname, "../../../data/meetings");
export const DEFAULT_PORT = 8787;

export interface StartOptions {
  readonly port: number;
  readonly state: string;
  readonly rehearse: boolean;
}

const subscribeText = (record: MeetingRecord, origin: string): string => {
  const { body, id } = record;
  const heading = [chooseTitle(record.title, "en"), record.city, dates.days(record.opensOn, record.closesOn)].filter(Boolean).join(", ");
  const sittings = record.slots.map(({ number, start, end }) =>
    [
      `  ${dates.slotName(start)}, ${dates.day(start)}, ${dates.times(start, end)}`,
      `    ${origin}${formatSlotFeedPath(body.id, id, number)}`,
    ].join("\n"),
  );
  return [
    heading,
    `  Page                 ${origin}${formatMeetingPath(body.id, id)}`,
    `  Subscribe to it all  ${origin}${formatMeetingFeedPath(body.id, id)}`,
    ...sittings,
  ].join("\n");
};

const firstEvent = ({ body, id }: MeetingRecord, local: string, hasOwnKey: boolean): string => {
  const key = hasOwnKey ? 'PLENARY_KEY="$PLENARY_OPERATOR_KEY" ' : "";
  const url = local === `http://localhost:${DEFAULT_PORT}` ? "" : ` --url ${local}`;
  return `Send the first event, from another terminal:\n  ${key}npm run plenary -- send meeting.opened --body ${body.id} --meeting ${id}${url}`;
};

const shippedRecords = (): readonly MeetingRecord[] =>
  readdirSync(RECORDS)
    .filter((file) => file.endsWith(".json"))
    .toSorted()
    .map((file) => readRecord(join(RECORDS, file)));

/** Starts the service, announces what ships with it, and says what to do next. Ends with the service. */
export const start = async ({ port, state, rehearse }: StartOptions): Promise<number> => {
  const local = `http://localhost:${port}`;
  const ownKey = process.env["PLENARY_OPERATOR_KEY"] || undefined;
  const operatorKey = ownKey ?? developmentKey();
  const origin = new URL(process.env["PUBLIC_ORIGIN"] || local).origin;
  const shipped = shippedRecords();
  const today = new Date().toISOString().slice(0, 10);
  const records = rehearse ? [...shipped, ...shipped.map((record) => rehearsalOf(record, today))] : shipped;

  console.log("Building and starting Plenary ...");
  const service = await startService({ port, state, publicOrigin: origin, operatorKey, prepare: () => buildService(state) });
  const ended = untilEnded(service);
  try {
    for (const record of records)
      await announceOnce({ url: local, secret: splitSecrets(operatorKey)[0] ?? operatorKey }, record, Date.now());
  } catch (error) {
    service.kill("SIGTERM");
    throw error;
  }
  const last = records.at(-1);
  const paragraphs = [
    `\nPlenary is at ${origin}`,
    ...records.map((record) => subscribeText(record, origin)),
    ...(last ? [firstEvent(last, local, ownKey !== undefined)] : []),
  ];
  console.log(`${paragraphs.join("\n\n")}\n`);
  return ended;
};
