/** What the service says of itself, a JSON object a line, as a person reads it. Whatever else it says stays as it is. */

type Entry = Readonly<Record<string, unknown>>;

const parseEntry = (line: string): Entry | undefined => {
  if (!line.startsWith("{")) return undefined;
  try {
    const entry: unknown = JSON.parse(line);
    return typeof entry === "object" && entry !== null ? { ...entry } : undefined;
  } catch {
    return undefined;
  }
};

const join = (parts: readonly unknown[], separator: string): string =>
  parts.flatMap((part) => (part === undefined ? [] : [typeof part === "string" ? part : JSON.stringify(part)])).join(separator);

const formatSubject = ({ body, meeting }: Entry): string => join([body, meeting], "/") || "(no body)";

const formatEntry = (entry: Entry): string | undefined => {
  const { type = "(no event)", outcome, version, position, key, status, code, reason, request, fault, at, error } = entry;
  const subject = formatSubject(entry);
  if (fault !== undefined) return join(["FAULT", fault, at ?? subject, error], "  ");
  switch (entry["log"]) {
    case "event":
      return join([type, subject, outcome, join(["version", version], " "), join(["log position", position], " "), key], "  ");
    case "refusal":
      return join([type, subject, "REFUSED", join([status, code, reason], ", "), key], "  ");
    case "request":
      return join([request, subject, join([status, code], ", ")], "  ");
    default:
      return undefined;
  }
};

/** @param time of day at which it was said */
export const formatLogLine = (line: string, time: string): string => {
  const entry = parseEntry(line);
  const text = entry && formatEntry(entry);
  return text === undefined ? line : `${time}  ${text}`;
};
