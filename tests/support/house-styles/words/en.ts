import { joinDays, nameFrom } from "../calendar.ts";
import { inFour, joinEnds, onClock, onHalf, shareHalf } from "../clock.ts";
import type { Day, Words } from "../words.ts";

const month = nameFrom("January February March April May June July August September October November December".split(" "));
const weekday = nameFrom("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" "));
const ordinal = (number: number): string => {
  const last = number > 10 && number < 14 ? 0 : number % 10;
  return `${number}${["th", "st", "nd", "rd"][last] ?? "th"}`;
};

const PARTS = {
  day: ({ day }: Day) => String(day),
  month: (day: Day) => ` ${month(day.month)}`,
  year: ({ year }: Day) => ` ${year}`,
};
const am = onHalf(" a.m.", " p.m.", ".", " noon");

export const ENGLISH: Words = {
  bodies: [
    "Committee on Nets",
    "Harbour Commission",
    "Working Group on Moorings",
    "Conference of the Parties to the Convention on Lanterns",
    "Executive Board",
    "Assembly of Pilots",
    "Commission for the Protection of Reefs",
    "Council for Tides and Currents",
  ],
  parents: ["Organization of Harbours", "World Lantern Union"],
  cities: [
    ["Vienna", "Austria"],
    ["Nairobi", "Kenya"],
    ["Buenos Aires", "Argentina"],
    ["Geneva", "Switzerland"],
    ["Bangkok", "Thailand"],
    ["Rome", "Italy"],
  ],
  sessions: "Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth".split(" ").map((nth) => `${nth} session`),
  sessionOf: (session, body) => `${session} of the ${body}`,
  opening: ["Opening of the session", "Adoption of the agenda", "Election of officers"],
  matters: [
    "Status of the Convention on Nets",
    "Moorings in shallow waters",
    "Report of the Secretariat on lanterns",
    "Buoys: lessons learned and next steps",
    "Budget for 2032-2033",
    "Cooperation with other organizations",
    "Implementation of decision 4/2 on ropes",
    "Harbour dues (second reading)",
    "Training of pilots, including in small ports",
    "Date and place of the next session",
    "Review of the rules on the marking of nets and of other gear that is lost at sea, and of measures against its loss",
    "Tides",
    "Statements by observers",
  ],
  closing: ["Other matters", "Adoption of the report"],
  parts: [
    "Old nets",
    "New nets",
    "Marking of nets",
    "Costs",
    "Report of the Working Group on Ropes",
    "Sea trials",
    "Spare parts",
    "Use of cork",
  ],
  agendaHeadings: [
    "Provisional agenda",
    "Agenda",
    "Draft agenda",
    "Annotated provisional agenda",
    "PROVISIONAL AGENDA",
    "Agenda of the session",
  ],
  timetableHeadings: [
    "Organization of work",
    "Timetable",
    "Proposed organization of work",
    "Programme of work",
    "ANNEX: PROVISIONAL TIMETABLE",
    "Tentative schedule of meetings",
  ],
  annotationsHeading: "Annotations",
  annotation: "Delegations will have before them a note by the Secretariat on this matter.",
  cover: "This document has been prepared by the Secretariat under rule 8 of the rules of procedure.",
  place: "Place",
  date: "Date",
  document: "Document",
  original: "Original: English",
  page: (number) => `Page ${number}`,
  timeColumn: "Time",
  itemColumn: "Agenda item",
  item: "Item",
  items: "Items",
  agendaItem: "Agenda item",
  agendaItems: "Agenda items",
  and: " and ",
  comma: ", ",
  pause: ", ",
  continued: "continued",
  letters: "abcd",
  opens: (day, hours) => `The session will be opened on ${day} and will sit ${hours}.`,
  room: "Conference Room 3",
  morning: "Morning",
  afternoon: "Afternoon",
  lunch: "Lunch break",
  coffee: "Coffee break",
  plenary: "Plenary meeting",
  sitting: (number) => `${ordinal(number)} meeting`,
  hours: {
    "10 a.m.-1 p.m.": joinEnds(am, "-"),
    "3-6 p.m.": shareHalf(" a.m.", " p.m.", " noon", ".", "-"),
    "10:00–13:00": joinEnds(onClock(":"), "–"),
    "10.00-13.00": joinEnds(onClock("."), "-"),
    "09:00 - 12:00": joinEnds(onClock(":", 2), " - "),
    "10 a.m. to 1 p.m.": joinEnds(am, " to "),
    "from 10 a.m. to 1 p.m.": joinEnds(am, " to ", "from "),
    "10:00 a.m. – 1:00 p.m.": joinEnds((time) => `${onClock(":")(time < 780 ? time : time - 720)} ${time < 720 ? "a" : "p"}.m.`, " – "),
    "10am-1pm": joinEnds(onHalf("am", "pm", ":"), "-"),
    "1000-1300": joinEnds(inFour, "-"),
    "1000 hrs - 1300 hrs": joinEnds((time) => `${inFour(time)} hrs`, " - "),
  },
  days: {
    "Monday, 2 June 2031": (day) => `${weekday(day.weekday)}, ${day.day} ${month(day.month)} ${day.year}`,
    "Monday 2 June": (day) => `${weekday(day.weekday)} ${day.day} ${month(day.month)}`,
    "Monday, June 2, 2031": (day) => `${weekday(day.weekday)}, ${month(day.month)} ${day.day}, ${day.year}`,
    "2 June 2031": (day) => `${day.day} ${month(day.month)} ${day.year}`,
    "MONDAY, 2 JUNE 2031": (day) => `${weekday(day.weekday)}, ${day.day} ${month(day.month)} ${day.year}`.toUpperCase(),
    "Monday, 2nd June": (day) => `${weekday(day.weekday)}, ${ordinal(day.day)} ${month(day.month)}`,
    "2 June (Monday)": (day) => `${day.day} ${month(day.month)} (${weekday(day.weekday)})`,
    "Mon 2 June": (day) => `${weekday(day.weekday).slice(0, 3)} ${day.day} ${month(day.month)}`,
    "Monday (2 June)": (day) => `${weekday(day.weekday)} (${day.day} ${month(day.month)})`,
    Monday: (day) => weekday(day.weekday),
    "Monday 2": (day) => `${weekday(day.weekday)} ${day.day}`,
  },
  spans: {
    "2-4 June 2031": joinDays(PARTS, "-"),
    "2–4 June 2031": joinDays(PARTS, "–"),
    "from 2 to 4 June 2031": joinDays(PARTS, " to ", "from "),
    "June 2-4, 2031": (from, to) =>
      from.month === to.month
        ? `${month(from.month)} ${from.day}-${to.day}, ${to.year}`
        : `${month(from.month)} ${from.day}${from.year === to.year ? "" : `, ${from.year}`} - ${month(to.month)} ${to.day}, ${to.year}`,
    "Monday, 2 June to Wednesday, 4 June 2031": joinDays({ ...PARTS, day: (day) => `${weekday(day.weekday)}, ${day.day}` }, " to "),
    "2 June 2031 – 4 June 2031": (from, to) => [from, to].map((day) => `${day.day} ${month(day.month)} ${day.year}`).join(" – "),
    "2–4 JUNE 2031": (from, to) => joinDays(PARTS, "–")(from, to).toUpperCase(),
  },
};
