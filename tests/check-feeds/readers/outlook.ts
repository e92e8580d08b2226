import ICAL from "ical.js";
import { readDefinitions, type Definition } from "../vtimezones.ts";
import { resolveByPair, takePair, pickLargestStarts, type YearlyPair } from "../yearly-pair.ts";
import { instantText } from "../understood.ts";
import { readFolder } from "./folder.ts";

/** The times that Microsoft's programs get by the rule that their specification has, which the command line names. */
const RULES: Readonly<Record<string, (definition: Definition) => YearlyPair>> = { oxcical: pickLargestStarts, stanoical: takePair };
const pairOf = RULES[process.argv[2] ?? ""];

readFolder((feed) => {
  const pairs = new Map(readDefinitions(new TextEncoder().encode(feed)).map((definition) => [definition.zone, pairOf?.(definition)]));
  const instantOf = (event: ICAL.Component, name: string): string | undefined => {
    const property = event.getFirstProperty(name);
    const text = String(property?.getFirstValue() ?? "");
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
    if (text.endsWith("Z")) return instantText(Temporal.Instant.from(text));
    const pair = pairs.get(String(property?.getFirstParameter("tzid")));
    return property && pair ? instantText(resolveByPair(Temporal.PlainDateTime.from(text), pair)) : undefined;
  };
  const entries = ICAL.Component.fromString(feed)
    .getAllSubcomponents("vevent")
    .map((event) => {
      const start = instantOf(event, "dtstart") ?? "a zone that it does not understand";
      return { uid: String(event.getFirstPropertyValue("uid")), start, end: instantOf(event, "dtend") ?? start };
    });
  return { entries, errors: [], warnings: [] };
});
