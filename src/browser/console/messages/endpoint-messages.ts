import type { EndpointEnd } from "../../../meeting/endpoint.ts";

/** What is said of the systems that are told of each change. */
export interface EndpointMessages {
  readonly title: string;
  readonly hint: string;
  readonly none: string;
  readonly name: string;
  readonly nameHint: string;
  readonly address: string;
  readonly add: string;
  readonly byItself: string;
  readonly allMeetings: string;
  readonly well: string;
  /** With `{waiting}`. */
  readonly waiting: string;
  /** With `{failures}` and `{why}`. */
  readonly failing: string;
  readonly ended: Record<EndpointEnd, string>;
  readonly test: string;
  readonly taken: string;
  /** With `{why}`. */
  readonly notTaken: string;
  readonly showSecret: string;
  readonly remove: string;
  readonly removeSure: string;
}
