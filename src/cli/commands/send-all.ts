import { Command } from "@commander-js/extra-typings";
import { BODY, JSON_ANSWER, MEETING, SERVICE_URL } from "../options.ts";
import { createSender } from "../send/credentials.ts";
import { readEventFile } from "../send/event-file.ts";
import { printAnswer } from "../send/print-answer.ts";
import { replayEvents } from "../send/replay.ts";

export const sendAllCommand = new Command("send-all")
  .description("Send each line of an event file, in order, and stop at the first that is refused. Run again, it goes on from there.")
  .argument("<file>", "JSON Lines, each with type, timestamp, data (a record as its file) and, if it is referred to later, id")
  .addOption(BODY)
  .addOption(MEETING)
  .addOption(SERVICE_URL)
  .addOption(JSON_ANSWER)
  .action(async (file, { body, meeting, url, json }) => {
    const events = readEventFile(file, { body, meeting });
    for await (const { type, timestamp, isRepeat, sent } of replayEvents(createSender(url), { body, meeting }, events, Date.now)) {
      if (!json) console.log(`${timestamp}  ${type}${isRepeat ? "  was accepted before" : ""}`);
      if (json || !isRepeat) process.exitCode = printAnswer(sent, json);
    }
  });
