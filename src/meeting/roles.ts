import type { BodyKey } from "./body-key.ts";
import type { MeetingEvent } from "./events.ts";

/** What a role may: a key of it has these limits and rights, and may be limited further to a meeting and in time. */
interface Role {
  readonly events?: readonly MeetingEvent["type"][];
  readonly rights?: NonNullable<BodyKey["rights"]>;
  readonly dryRunsOnly?: true;
}

/**
 * The roles that offices have. The secretary of the body may all; who is limited to events corrects their own. A preparer sends
 * nothing: what they draft is tried, and sent by a colleague.
 */
const ROLES = {
  secretary: { rights: ["replace", "keys", "endpoints", "news"] },
  "conference-officer": {
    events: [
      "slot.opened",
      "slot.suspended",
      "slot.resumed",
      "slot.adjourned",
      "slot.delayed",
      "item.taken_up",
      "item.left_open",
      "item.concluded",
      "item.reopened",
      "event.withdrawn",
    ],
  },
  "meetings-management": { events: ["slot.relocated", "notice.given", "event.withdrawn"] },
  "documents-officer": { events: ["documents.issued", "documents.withdrawn", "report.issued", "event.withdrawn"] },
  preparer: { dryRunsOnly: true },
} as const satisfies Record<string, Role>;

export type RoleName = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as readonly RoleName[];

type RoleLimits = Pick<BodyKey, "events" | "rights" | "dryRunsOnly">;

/** The limits of a key of a role. */
export const getRoleLimits = (name: RoleName): RoleLimits => {
  const { events, rights, dryRunsOnly }: Role = ROLES[name];
  return { ...(events && { events: [...events] }), ...(rights && { rights: [...rights] }), ...(dryRunsOnly && { dryRunsOnly }) };
};

const isSameSet = (one: readonly string[] = [], other: readonly string[] = []): boolean =>
  one.length === other.length && one.every((value) => other.includes(value));

/** The role whose limits a key has; a secretary whom another invited makes no keys. */
export const findRole = ({ events, dryRunsOnly }: RoleLimits): RoleName | undefined =>
  ROLE_NAMES.find((name) => {
    const limits = getRoleLimits(name);
    return isSameSet(limits.events, events) && limits.dryRunsOnly === dryRunsOnly;
  });
