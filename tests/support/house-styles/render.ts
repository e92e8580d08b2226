import { printAgenda, printAnnotations } from "./agenda.ts";
import { openHouse, type Block } from "./house.ts";
import { printMasthead } from "./masthead.ts";
import type { Meeting } from "./meeting.ts";
import { breakPages } from "./pages.ts";
import type { Style } from "./style.ts";
import { printTimetable } from "./timetable.ts";

/** A document that says a meeting in the style of a house. */
export const renderMeeting = (meeting: Meeting, style: Style): readonly Block[] => {
  const house = openHouse(meeting, style);
  return breakPages(house, [
    ...printMasthead(house).flatMap((block) => [block, ""]),
    ...printAgenda(house),
    ...printAnnotations(house),
    ...printTimetable(house),
  ]);
};
