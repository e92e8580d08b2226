import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import type { Meaning } from "../../documents/rules/line-rule.ts";
import { LANGUAGES } from "../../meeting/text.ts";
import { importDocument } from "../import/command.ts";
import { DEFAULT_URL, DRY_RUN, removeTrailingSlashes } from "../options.ts";
import { CONFLICTS, DECIDE, REPLACE } from "../send/revision.ts";

const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value];

const listMeanings = (kind: Meaning["kind"], texts: readonly string[]): readonly Meaning[] => texts.map((text) => ({ kind, text }));

type Was = ReadonlyMap<string, string | null>;

const parseWas = (text: string, previous: Was): Was => {
  const [, number, before] = /^([^=]+)=([^=]+)$/.exec(text) ?? [];
  if (number === undefined || before === undefined)
    throw new InvalidArgumentError("It must be two numbers of items, such as 5=4, or 5=new.");
  return new Map([...previous, [number, before === "new" ? null : before]]);
};

export const importCommand = new Command("import")
  .description(
    "Read an agenda (.txt, .html, .docx, .pdf, .xlsx, .csv), show what was understood, and write data/meetings/BODY-MEETING.json if nothing is missing. A Rev., Add., Corr. or Order of the Day is laid over the record that there is.",
  )
  .argument("<file>", "the document")
  .option("--set <name=value>", "supply what the document lacks; may be given several times", collect, [])
  .option("--slot <when=items>", 'give a sitting: "13 March 10:00-13:00 = 1, 2, 3"; in place of one that begins then', collect, [])
  .option("--drop-slot <when>", 'leave a sitting out: "13 March 10:00"', collect, [])
  .option("--item <number=title>", 'give an item its title: "3 = Budget"', collect, [])
  .option(
    "--line <number=meaning>",
    'say what a line means: "24 = slot 13 March 10:00-13:00 = 1, 2", "24 = item 3 = Budget", "24 = nothing"',
    collect,
    [],
  )
  .option("--lines", "show what each line of the document became")
  .option("--forget", "read it without what was said of its lines before")
  .option("--revise", "replace the record that is there by what both come to")
  .option("--send", "send it as agenda.revised, laid over what the service has")
  .option("--json", "print the record and its warnings as JSON")
  .addOption(new Option("--language <code>", "take the titles of this language from it").choices(LANGUAGES))
  .option("--into <file>", "add what this version in another language says to the record of a file")
  .option(
    "--was <number=number>",
    "which item of the record one is, such as 5=4, or 5=new; may be given several times",
    parseWas,
    new Map(),
  )
  .option("--at <time>", "when it was issued (2010-01-20T09:00:00Z), if not now")
  .addOption(DECIDE)
  .addOption(CONFLICTS)
  .addOption(REPLACE)
  .addOption(DRY_RUN)
  .addOption(
    new Option("--url <url>", `the service over whose record it is laid; with --send ${DEFAULT_URL}`).argParser(removeTrailingSlashes),
  )
  .action(async (file, { set, slot, dropSlot, item, send = false, dryRun = false, url, ...choices }) => {
    const service = url ?? (send || dryRun ? DEFAULT_URL : undefined);
    const options = {
      ...choices,
      file,
      settings: set,
      said: [...listMeanings("slot", slot), ...listMeanings("item", item), ...listMeanings("drop", dropSlot)],
      url: service,
      send: send && !dryRun,
    };
    process.exitCode = await importDocument(options, Date.now());
  });
