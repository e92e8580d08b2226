import type { Story } from "./stories.ts";
import { changeNear, existsTwice } from "./zones.ts";

/** What a set of meetings puts to the test: a check that meets no hard case finds nothing. */
export const coverageOf = (stories: readonly Story[]): string => {
  const slots = stories.flatMap(({ record: { slots: all, timezone } }) => all.map((slot) => ({ ...slot, timezone })));
  const zonesNear = (change: string): ReadonlySet<string> =>
    new Set(slots.filter(({ start, timezone }) => changeNear(start, timezone) === change).map(({ timezone }) => timezone));
  const both = zonesNear("forward").intersection(zonesNear("back"));
  const twice = slots.filter(
    ({ start, end, timezone }) => existsTwice(start, timezone) || (end !== undefined && existsTwice(end, timezone)),
  );
  const endless = slots.filter(({ end }) => end === undefined);
  const contacts = stories.filter(({ record: { body } }) => body.contact !== undefined);
  return [
    `${stories.length} generated meetings, ${contacts.length} with a contact, in ${new Set(slots.map(({ timezone }) => timezone)).size} zones, ${both.size} of them with sittings around both clock changes;`,
    `${slots.length} sittings, ${twice.length} in hours that exist twice, ${endless.length} without an end`,
  ].join("\n");
};
