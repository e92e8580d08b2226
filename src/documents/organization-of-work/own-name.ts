import { matchAny } from "../languages/expressions.ts";
import type { Entry } from "./entries.ts";
import { countsMeeting } from "./plenary.ts";

/** The name of the body that meets, beside its hours: what "First meeting of Committee B" is of Committee B, it is of no assembly. */

const escapePattern = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

/** An entry without the name of the body whose sitting it then is. */
export const dropOwnName = (entry: Entry, body: string | undefined): Entry => {
  const [label = "", ...others] = entry.labels;
  if (body === undefined || body === "") return entry;
  const name = `(?:${matchAny("ofBody")}\\s)?${escapePattern(body)}(?=\\s?[:：,/(（–—-]|$)`;
  const rest = label.replace(new RegExp(countsMeeting(label) ? `\\s${name}` : `^${name}`, "iu"), "").trim();
  const isOwnOrgan = entry.organ?.toLowerCase() === body.toLowerCase();
  return {
    ...entry,
    ...(isOwnOrgan && { organ: undefined }),
    ...((rest !== label || isOwnOrgan) && { isNumbered: true }),
    labels: rest === "" ? others : [rest, ...others],
  };
};
