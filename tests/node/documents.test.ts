import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DIAGRAMS, drawDiagrams, drawLifecycle, getStatecharts, README } from "../../src/cli/diagram.ts";
import { EVENT_GROUPS } from "../../src/meeting/event-groups.ts";
import { EVENT_DESCRIPTORS, buildEventsJsonSchema } from "../../src/meeting/event-descriptors.ts";
import { parseEvent } from "../../src/meeting/parse.ts";
import { readEventFile } from "../../src/cli/send/event-file.ts";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

describe("docs/machines.md", () => {
  it("is what `npm run diagram` draws", () => {
    expect(readFileSync(DIAGRAMS, "utf8")).toBe(drawDiagrams());
  });

  it("and README's picture of the lifecycle is, too", () => {
    const readme = readFileSync(README, "utf8");
    expect(readme).toBe(drawLifecycle(readme));
    for (const state of ["provisional", "adopted", "inSession", "reportAdopted"]) expect(readme).toContain(`as lifecycle_${state}`);
  });

  it("and as JSON the agenda's statechart has the four states of the lifecycle", () => {
    expect(JSON.parse(JSON.stringify(getStatecharts()))).toMatchObject({
      agenda: { states: { lifecycle: { states: { provisional: {}, adopted: {}, inSession: {}, reportAdopted: {} } } } },
    });
  });
});

describe("the JSON Schema of all events", () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const schema = buildEventsJsonSchema();
  const validate = ajv.compile(schema);
  const about = { body: "ctoc-cop-wg4", meeting: "2010" };
  const told = readEventFile("tests/stories/real-day.jsonl", about).map(({ type, timestamp, data }) => ({ type, timestamp, data }));

  it("has every event, each with its description", () => {
    const branches = (schema["oneOf"] ?? schema["anyOf"]) as { description: string; properties: { type: { const: string } } }[];
    expect(branches.map(({ properties }) => properties.type.const)).toEqual(EVENT_DESCRIPTORS.map(({ type }) => type));
    expect(branches.map(({ description }) => description)).toEqual(EVENT_DESCRIPTORS.map(({ description }) => description));
    expect(EVENT_DESCRIPTORS).toHaveLength(56);
  });

  it("lists the events of a meeting as an officer thinks of them, each in one group", () => {
    const groups = EVENT_DESCRIPTORS.map(({ group }) => group);
    expect(new Set(groups)).toEqual(new Set([undefined, ...EVENT_GROUPS]));
    // The operator's stand first, then one group after the other.
    expect(groups.filter((group, at) => group !== groups[at - 1])).toEqual([...EVENT_GROUPS]);
  });

  it("takes what the door takes, by a validator that is not ours", () => {
    for (const event of told) expect([event.type, validate(event), parseEvent(event).ok]).toEqual([event.type, true, true]);
  });

  it("refuses what the door refuses: a field that is missing, too many, or of another type", () => {
    for (const event of told) {
      const broken = [
        { ...event, data: { ...event.data, colour: "red" } },
        { ...event, data: Object.fromEntries(Object.entries(event.data).filter(([name]) => name !== "meeting")) },
        { ...event, data: { ...event.data, meeting: 2010 } },
        { ...event, extra: true },
        { ...event, type: "meeting.exploded" },
      ];
      for (const one of broken) expect([event.type, validate(one), parseEvent(one).ok]).toEqual([event.type, false, false]);
    }
  });
});
