import type { EndpointMessages } from "../endpoint-messages.ts";

export const ENGLISH_ENDPOINTS: EndpointMessages = {
  title: "Systems that are told at once",
  hint: "Each change is posted to them, signed, within seconds: a mirror, a messenger’s relay, a website. Never an address of a delegate.",
  none: "No system is told yet.",
  name: "Name",
  nameHint: "In lower-case letters, digits and hyphens. A name that is there takes the new address.",
  address: "Address",
  add: "Add",
  byItself: "A list: mail it by itself of new times, new places and cancellations of today and tomorrow",
  allMeetings: "all meetings",
  well: "All has arrived.",
  waiting: "Waiting to be sent: {waiting}.",
  failing: "Failed {failures} times, and is tried again: {why}.",
  ended: {
    gone: "Ended: its receiver wants nothing any more. Add it again to begin anew.",
    unreachable: "Ended: nothing arrived for 75 hours. Add it again to begin anew.",
    "too-far-behind": "Ended: too much was waiting. Add it again to begin anew.",
  },
  test: "Test",
  taken: "The test arrived.",
  notTaken: "The test did not arrive: {why}.",
  showSecret: "Show its secret",
  remove: "Remove",
  removeSure: "Remove it, and all that waits for it",
};
