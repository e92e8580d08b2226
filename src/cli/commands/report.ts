import { Command } from "@commander-js/extra-typings";
import { BODY, MEETING, SERVICE_URL } from "../options.ts";
import { fetchText } from "../send/client.ts";

export const reportCommand = new Command("report")
  .description("Draft paragraphs of a meeting's report from what was reported.")
  .addOption(BODY)
  .addOption(MEETING)
  .addOption(SERVICE_URL)
  .action(async ({ body, meeting, url }) => console.log(await fetchText(`${url}/${body}/${meeting}/report.txt`)));
