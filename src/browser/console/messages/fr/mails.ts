import type { MailsMessages } from "../mails-messages.ts";

export const FRENCH_CLEARING: MailsMessages = {
  title: "Courriels à valider",
  hint: "Ce qui a changé depuis le dernier courriel à la liste : un courriel par liste et par réunion. Rien ne part avant que vous ne l’envoyiez.",
  none: "Aucun courriel n’attend.",
  send: "Envoyer à la liste",
  sent: "Le courriel est envoyé.",
  notSent: "Le courriel n’a pas été envoyé : {why}.",
  drop: "Abandonner",
  dropSure: "Abandonner : personne ne recevra ce courriel",
};
