import type { MailsMessages } from "../mails-messages.ts";

export const ENGLISH_CLEARING: MailsMessages = {
  title: "Mails to be cleared",
  hint: "What changed since a list was mailed last, one mail for each list and meeting. Nothing goes out until you send it.",
  none: "No mail waits.",
  send: "Send to the list",
  sent: "It was sent.",
  notSent: "It was not sent: {why}.",
  drop: "Drop",
  dropSure: "Drop it: nobody gets this mail",
};
