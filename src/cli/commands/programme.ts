import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { addDays, formatLocalTime, getDate, isDate } from "../../meeting/local-time.ts";
import { LANGUAGES } from "../../meeting/text.ts";
import { BODY, MEETING, SERVICE_URL } from "../options.ts";
import { fetchText } from "../send/client.ts";

const parseDay = (text: string): string => {
  if (!isDate(text)) throw new InvalidArgumentError("It must be a date such as 2010-01-28.");
  return text;
};

/** By the clock of the meeting's place. */
const findTomorrow = async (meeting: string, now: number): Promise<string> => {
  const { record } = JSON.parse(await fetchText(`${meeting}.json`)) as { readonly record: { readonly timezone: string } };
  return addDays(getDate(formatLocalTime(now, record.timezone)), 1);
};

export const programmeCommand = new Command("programme")
  .description("Print the programme of a day, as it is issued the evening before: to be pasted into a message or printed.")
  .argument("[day]", "such as 2010-01-28; tomorrow, if none is named", parseDay)
  .addOption(BODY)
  .addOption(MEETING)
  .addOption(new Option("--languages <languages...>", "one after the other; English, if none is named").choices(LANGUAGES))
  .option("--since <version>", "mark what changed since the programme that has this version on it")
  .addOption(SERVICE_URL)
  .action(async (given, { body, meeting, languages = ["en"], since, url }) => {
    const address = `${url}/${body}/${meeting}`;
    const day = given ?? (await findTomorrow(address, Date.now()));
    const mark = since === undefined ? "" : `&since=${since}`;
    const texts = await Promise.all(languages.map((language) => fetchText(`${address}/${day}.txt?lang=${language}${mark}`)));
    console.log(texts.join(`\n${"-".repeat(72)}\n\n`));
  });
