import ical from "node-ical";
import { dayText } from "../understood.ts";
import { readFolder } from "./folder.ts";

const writeTime = (date: ical.DateWithTimeZone): string => (date.dateOnly ? dayText(date) : date.toISOString().replace(".000Z", "Z"));

/** node-ical gives a value with parameters as an object, and one without as it is. */
const plain = (value: string | { readonly val: string } | undefined): string => (typeof value === "object" ? value.val : (value ?? ""));

/** It takes an escaped backslash and an "n" for a backslash and a line break: such backslashes are kept out of its sight. */
const HIDDEN = "\uE000";
const hidden = (feed: string): string => feed.replaceAll("\\\\", HIDDEN);
const shown = (text: string): string => text.replaceAll(HIDDEN, "\\");

readFolder((feed) => {
  const entries = Object.values(ical.sync.parseICS(hidden(feed))).flatMap((component) =>
    component?.type === "VEVENT"
      ? [
          {
            uid: component.uid,
            start: writeTime(component.start),
            end: writeTime(component.end ?? component.start),
            status: component.status ?? "",
            sequence: Number(component.sequence),
            summary: shown(plain(component.summary)),
            description: shown(plain(component.description)),
          },
        ]
      : [],
  );
  return { entries, errors: [], warnings: [] };
});
