import type { StarMessages } from "./messages.ts";

export const ENGLISH_STARS: StarMessages = {
  keep: "Keep in my programme",
  show: "To my programme",
  how: "On the page of a sitting, an item, a meeting or a body, press “Keep in my programme”: it then stands here, in the order of time, and all of it is one calendar. What you keep stays in this browser; nothing is stored on the server.",
  needsScripts: "Keeping needs JavaScript.",
  kept: "Kept",
  all: "All sittings",
  clash: "At the same time: {others}",
  twice: "If you also subscribe to a whole meeting, some calendars show its sittings twice.",
  nothing: "Nothing of this is on a programme any more.",
  issues: {
    "too-long":
      "This can’t be kept as one calendar: its address would be longer than {max} characters, which some calendars refuse without a word. Keep whole meetings, or less.",
    "too-many-bodies": "This can’t be kept as one calendar, which takes {max} bodies at most. Keep less.",
    "too-many-meetings": "This can’t be kept as one calendar, which takes {max} meetings at most. Keep less.",
    "too-large": "This is too large for one calendar: some calendars drop more than a megabyte without a word. Keep less.",
  },
};
