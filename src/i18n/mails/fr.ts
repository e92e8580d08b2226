import type { MailMessages } from "./messages.ts";

export const FRENCH_MAILS: MailMessages = {
  marks: {
    cancelled: "ANNULÉE",
    postponed: "REPORTÉE",
    takesPlace: "A BIEN LIEU",
    newTime: "NOUVEL HORAIRE",
    newPlace: "NOUVEAU LIEU",
    added: "AJOUTÉE",
    newItems: "AUTRES POINTS",
    other: "MODIFIÉE",
  },
  before: "Auparavant : {before}",
  more: "et {count} de plus",
  test: "Essai : les courriels de ce service arrivent.",
  nothing: "Rien n’a changé depuis la version {version}.",
};
