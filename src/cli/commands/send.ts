import { Command, InvalidArgumentError } from "@commander-js/extra-typings";
import { createWebhookId } from "../../standard-webhooks/client.ts";
import { BODY, DRY_RUN, JSON_ANSWER, SERVICE_URL } from "../options.ts";
import { sendEvent } from "../send/client.ts";
import { createSender } from "../send/credentials.ts";
import { printAnswer } from "../send/print-answer.ts";
import { pickWeighing, CONFLICTS, DECIDE, readSetting, REPLACE } from "../send/revision.ts";

const parseData = (json: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Told below, as for JSON that is no object.
  }
  throw new InvalidArgumentError(`--data must be a JSON object, such as '{"slot":"3","start":"2010-01-28T15:00"}'.`);
};

export const sendCommand = new Command("send")
  .description("Send an event, signed with the key in PLENARY_KEY, or with the development key that npm start made.")
  .argument("<type>", "what happened, such as meeting.opened")
  .addOption(BODY)
  .option("--meeting <id>", "the meeting, if the event is of one")
  .option("--data <json>", "what else the event says, a JSON object", parseData)
  .option("--at <time>", "when it happened (2010-01-27T09:20:00Z), if not now")
  .addOption(DECIDE)
  .addOption(CONFLICTS)
  .addOption(REPLACE)
  .addOption(SERVICE_URL)
  .addOption(DRY_RUN)
  .addOption(JSON_ANSWER)
  .action(async (type, { body, meeting, data, at, url, dryRun, json, decide, conflicts, replace }) => {
    const now = Date.now();
    const event = {
      type,
      timestamp: at ?? new Date(now).toISOString(),
      ...(dryRun && { dryRun }),
      data: { body, ...(meeting !== undefined && { meeting }), ...data, ...pickWeighing({ decide, conflicts, replace }) },
    };
    const sender = createSender(url);
    const isWeighed = data !== undefined && ("record" in data || "slots" in data);
    const setting = isWeighed && meeting !== undefined ? await readSetting(url, body, meeting, now) : undefined;
    process.exitCode = printAnswer(await sendEvent(sender, body, createWebhookId(), event, now), json, setting);
  });
