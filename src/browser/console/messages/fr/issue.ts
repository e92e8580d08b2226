import type { IssueMessages } from "../issue-messages.ts";

export const FRENCH_ISSUE: IssueMessages = {
  title: "Programme du lendemain",
  day: "Jour",
  since: "Marquer ce qui a changé depuis la version",
  sinceHint: "Celle qui figure sur le programme tel qu’il a été publié ; vide s’il ne l’a pas été.",
  show: "Afficher le programme",
  print: "Imprimer",
  mail: "Le programme sous forme de courriel",
  changesMail: "Un courriel sur ce qui a changé depuis cette version",
  mailHint: "Votre messagerie l’ouvre comme brouillon : relisez-le, adressez-le à votre propre liste, envoyez-le.",
  noSuchDay: "La réunion n’a pas ce jour.",
};
