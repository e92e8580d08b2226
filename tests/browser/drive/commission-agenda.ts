import { addDays } from "../../../src/meeting/local-time.ts";

const ITEMS = [
  "Opening of the session",
  "Adoption of the agenda and other organizational matters",
  "General debate",
  "Strategic management, budgetary and administrative questions",
  "Thematic discussion on the protection of records",
  "Implementation of the conventions on archives",
  "Use and application of standards and norms",
  "Trends in the loss of records worldwide and responses",
  "Follow-up to the congress on archives",
  "Provisional agenda for the next session",
  "Other business",
  "Adoption of the report",
];

/** Which items each sitting takes up, of five days with two sittings each. */
const TIMETABLE = [["1", "2"], ["3"], ["3"], ["4"], ["5"], ["5"], ["6", "7"], ["8"], ["9", "10"], ["11", "12"]];
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

const printDay = (date: string): string =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(date));

/** The agenda of a commission's session of five days, as its document prints it. @param monday its first day */
export const printAgenda = (monday: string, change: { readonly revision?: boolean } = {}): string => {
  const friday = addDays(monday, 4);
  const year = monday.slice(0, 4);
  const isRevised = change.revision === true;
  const titles = isRevised ? ITEMS.map((title) => (title === "Other business" ? "Other matters" : title)) : ITEMS;
  const rows = DAYS.flatMap((day, at) => {
    const date = addDays(monday, at);
    const hours = ["10 a.m.-1 p.m.", isRevised && day === "Thursday" ? "3.30-6.30 p.m." : "3-6 p.m."];
    const printItems = (half: number): string =>
      (TIMETABLE[at * 2 + half] ?? []).map((item) => `${item} ${titles[Number(item) - 1]}`).join("\n\n");
    return [`${day}, ${printDay(date)}`, ...hours.map((hour, half) => `${hour} ${printItems(half)}`)];
  });
  return [
    `E/CN.99/${year}/1${isRevised ? "/Rev.1" : ""}`,
    "Commission on the Preservation of Records",
    `Vienna, ${printDay(monday)}-${printDay(friday)} ${year}`,
    `${isRevised ? "Revised provisional" : "Provisional"} agenda`,
    ...titles.map((title, at) => `${at + 1}. ${title}.`),
    "Annex",
    "Proposed organization of work",
    ...rows,
  ].join("\n\n");
};
