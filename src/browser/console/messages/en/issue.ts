import type { IssueMessages } from "../issue-messages.ts";

export const ENGLISH_ISSUE: IssueMessages = {
  title: "Tomorrow’s programme",
  day: "Day",
  since: "Mark what changed since version",
  sinceHint: "The one that stands on the programme as it was issued; empty, if it was not.",
  show: "Show the programme",
  print: "Print",
  mail: "The programme as a mail",
  changesMail: "A mail of what changed since that version",
  mailHint: "Your mail program opens it as a draft: look at it, address it to your own list, send it.",
  noSuchDay: "The meeting has no such day.",
};
