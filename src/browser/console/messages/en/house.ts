import type { HouseMessages } from "../house-messages.ts";

export const ENGLISH_HOUSE: HouseMessages = {
  taken: "At that time {room} is given to another sitting: {other}.",
  title: "A notice to all bodies",
  hint: "One notice, shown on the page and in the calendars of each meeting that is ticked.",
  looking: "Looking for the meetings to which this browser may give one…",
  none: "This browser may give a notice to no meeting that is still to come.",
  meetings: "Meetings",
  give: "Give the notice",
  given: "Given.",
  notGiven: "Not given: {why}",
};
