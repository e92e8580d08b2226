import { chain } from "../../src/meeting/result.ts";
import { isCorrection } from "../../src/meeting/events.ts";
import { getId } from "./identities.ts";
import { substituteIds } from "./named-items.ts";
import { announceMeeting } from "./organization-of-work.ts";
import { accept, refuseEvent } from "./outcome.ts";
import { keepTimes } from "./follow.ts";
import { keepPast } from "./past.ts";
import { addItem } from "./items.ts";
import { endOpenSlots } from "./held-slots.ts";
import type { MeetingState } from "./state.ts";
import { getMeetingStatus } from "./statuses.ts";
import type { Happening, Applied } from "./happening.ts";
import { reachWithRecord } from "./reach-milestone.ts";
import { requireUnderWay, dispatch } from "./dispatch.ts";

/** Goes up when the same log may fold to another state; a snapshot of another version is thrown away. */
export const MACHINE_VERSION = 5;

const applyToMeeting = (state: MeetingState, happening: Happening): Applied => {
  // Records name their items themselves: see `identifyRecord`.
  const event = { ...substituteIds(happening.event, happening.identities), local: happening.local };
  switch (event.type) {
    case "meeting.announced":
      return { outcome: announceMeeting(state, event.data.record), differences: [] };
    case "agenda.revised":
    case "agenda.adopted":
    case "meeting.rescheduled":
    case "meeting.resumed":
    case "meeting.reinstated":
      return reachWithRecord(state, event, happening);
    case "item.added": {
      const id = getId(happening.identities, event.data.item);
      return { outcome: requireUnderWay(state, event, () => addItem(state, event, id)), differences: [] };
    }
    default:
      return { outcome: dispatch(state, event), differences: [] };
  }
};

const settle = (before: MeetingState, after: MeetingState, { event, at, local }: Happening): MeetingState => {
  const ended = getMeetingStatus(after.agenda) === "closed" ? endOpenSlots(after) : after;
  const isFact = !isCorrection(event) && event.type !== "meeting.announced";
  return {
    ...keepTimes(before, keepPast(before, ended, local), local),
    version: before.version + 1,
    at: isFact ? Math.max(before.at, at) : before.at,
  };
};

/** One step of the fold: pure, and the only way in which a meeting's state changes. */
export const applyEvent = (state: MeetingState | undefined, happening: Happening): Applied => {
  const { event } = happening;
  if (!state) {
    const outcome = event.type === "meeting.announced" ? announceMeeting(undefined, event.data.record) : refuseEvent("not-announced");
    return { outcome: chain(outcome, (after) => accept({ ...after, version: 1 })), differences: [] };
  }
  const { outcome, differences } = applyToMeeting(state, happening);
  return { outcome: chain(outcome, (after) => accept(settle(state, after, happening))), differences };
};
