import type { ProgrammeMessages } from "../programme-messages.ts";

export const ENGLISH_PROGRAMME: ProgrammeMessages = {
  today: "Today",
  all: "The whole programme",
  search: "Search sittings and items",
  nothingFound: "Nothing was found.",
  moreFound: "There is more: add a word.",
  more: "More",
  startsLate: "Starts late",
  minutes: "{minutes} min",
  otherMinutes: "Other",
  suspendUntil: "Suspend until a time",
  notBefore: "Not before a time",
  moveTo: "Move to {slot}",
  unplaced: "Items in no sitting",
  orallyRevised: "As orally revised",
  orallyRevisedHint: "The programme is adopted as it now stands here, with every change reported so far.",
  short: {
    "slot.opened": "Open",
    "slot.adjourned": "Adjourn",
    "slot.suspended": "Suspend",
    "slot.resumed": "Resume",
    "item.taken_up": "Take up",
    "item.concluded": "Conclude",
    "item.left_open": "Leave open",
  },
};
