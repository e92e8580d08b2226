import { describe, expect, it } from "vitest";
import { formatLogLine } from "../../src/cli/service/format-log-line.ts";

describe("what the service says of itself, for a person", () => {
  it.each([
    [
      {
        log: "event",
        outcome: "applied",
        position: 3,
        version: 2,
        body: "wg",
        key: "operator",
        type: "meeting.opened",
        meeting: "2010",
        ms: 4,
      },
      "12:00:00  meeting.opened  wg/2010  applied  version 2  log position 3  operator",
    ],
    [
      {
        log: "refusal",
        status: 409,
        code: "impossible",
        reason: "report-before-adoption",
        body: "wg",
        type: "report.adopted",
        meeting: "2010",
      },
      "12:00:00  report.adopted  wg/2010  REFUSED  409, impossible, report-before-adoption",
    ],
    [{ log: "refusal", status: 401, code: "signature", ms: 1 }, "12:00:00  (no event)  (no body)  REFUSED  401, signature"],
    [{ log: "request", request: "keys.list", status: 200, body: "wg" }, "12:00:00  keys.list  wg  200"],
    [{ fault: "storage", error: "disk full" }, "12:00:00  FAULT  storage  (no body)  disk full"],
  ])("tells %j as a line", (entry, line) => {
    expect(formatLogLine(JSON.stringify(entry), "12:00:00")).toBe(line);
  });

  it.each(["workerd/server/server.c++:1: failed", "{ not JSON", '{"else":1}'])("leaves %s as it is", (line) => {
    expect(formatLogLine(line, "12:00:00")).toBe(line);
  });
});
