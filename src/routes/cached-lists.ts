import { EVER } from "../calendar/listed-meeting.ts";
import type { MeetingsOn } from "../calendar/views.ts";
import type { RegisteredBody } from "../meeting/record.ts";
import { fail } from "../meeting/result.ts";
import { readBodies, readMeetingsOn } from "../store/cached-reads.ts";
import { describeMissing } from "./app.ts";
import { renderOnce, type TextResult, type View } from "./cached-text.ts";

/** Today, for lists of what is in many zones. */
export const getDateInGreenwich = (): string => new Date().toISOString().slice(0, 10);

/** But for those that were registered under a wrong id. */
const omitMoved = (bodies: readonly RegisteredBody[]): readonly RegisteredBody[] => bodies.filter(({ movedTo }) => movedTo === undefined);

/** A text about all bodies. */
export const renderBodies = async (env: Env, { name, render }: View<readonly RegisteredBody[]>): Promise<TextResult> => {
  const { revision, value } = await readBodies(env);
  return renderOnce(env, "page", [name], revision, () => render(omitMoved(value)));
};

/** All bodies, and what of their meetings is not over on a day. */
export interface FrontDoor extends MeetingsOn {
  readonly bodies: readonly RegisteredBody[];
  readonly today: string;
}

/** A text about all bodies as they are on a day. */
export const renderFrontDoor = async (env: Env, today: string, { name, render }: View<FrontDoor>): Promise<TextResult> => {
  const [all, coming] = await Promise.all([readBodies(env), readMeetingsOn(env, { ...EVER, first: today })]);
  const subject = { bodies: omitMoved(all.value), today, ...coming.value };
  return renderOnce(env, "page", [name, today], `${all.revision} ${coming.revision}`, () => render(subject));
};

const readYear = (env: Env, year: string) => readMeetingsOn(env, { first: `${year}-01-01`, last: `${year}-12-31` });

/** A text about the meetings of a year, of which there may be none. */
export const renderYear = async (env: Env, year: string, { name, render }: View<MeetingsOn>): Promise<TextResult> => {
  const { revision, value } = await readYear(env, year);
  return renderOnce(env, "page", [name, year], revision, () => render(value));
};

/** The same for people, who are told where there is nothing to see. */
export const renderYearPage = async (env: Env, year: string, view: View<MeetingsOn>): Promise<TextResult> => {
  const { value } = await readYear(env, year);
  return value.meetings.length === 0 ? fail(describeMissing("not-found", "meeting in that year")) : renderYear(env, year, view);
};
