import type { RoleName } from "../../../meeting/roles.ts";

/** What inviting a colleague says, and being invited. */
export interface InvitationMessages {
  readonly title: string;
  readonly role: string;
  readonly roles: Record<RoleName, string>;
  readonly goodFor: string;
  /** By hours. */
  readonly periods: Record<"1" | "24" | "168", string>;
  readonly thisMeeting: string;
  readonly make: string;
  readonly made: string;
  readonly qr: string;
  readonly revoke: string;
  readonly invited: string;
  readonly invitedHint: string;
  readonly accept: string;
  readonly spent: string;
}
