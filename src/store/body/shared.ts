import type { JointPart, LedSitting } from "../../calendar/joint.ts";
import type { LeadSitting } from "../../meeting/lead-sitting.ts";

/** A sitting that one of a body's meetings takes part in, for which the body asks the one that keeps it. */
export interface AskedSitting {
  readonly lead: LeadSitting;
  readonly by: string;
}

/** A meeting of another body that this one lists under an id of its own, and which revision of it it has. */
export interface AskedMeeting {
  readonly meeting: string;
  readonly by: string;
  readonly known?: string;
}

/** What a body asks another for. */
export interface Asked {
  readonly sittings: readonly AskedSitting[];
  readonly meetings: readonly AskedMeeting[];
}

/** A listed meeting at its revision; without its sittings, where the revision is the one that is known; with neither where there is no such meeting. */
export interface ListedSittings {
  readonly by: string;
  readonly revision?: string;
  readonly sittings?: readonly LedSitting[];
}

/** What a body tells another: the sittings that it keeps, as it told calendars, and what it says of those that the other keeps. */
export interface Told {
  readonly led: readonly (LedSitting & { readonly by: string })[];
  readonly parts: readonly (JointPart & { readonly of: string })[];
  readonly listed: readonly ListedSittings[];
}
