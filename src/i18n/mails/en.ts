import type { MailMessages } from "./messages.ts";

export const ENGLISH_MAILS: MailMessages = {
  marks: {
    cancelled: "CANCELLED",
    postponed: "POSTPONED",
    takesPlace: "TAKES PLACE AFTER ALL",
    newTime: "NEW TIME",
    newPlace: "NEW PLACE",
    added: "ADDED",
    newItems: "OTHER ITEMS",
    other: "CHANGED",
  },
  before: "Before: {before}",
  more: "and {count} more",
  test: "A test: mail of this service arrives.",
  nothing: "Nothing changed since version {version}.",
};
