import type { IssueMessages } from "../issue-messages.ts";

export const SPANISH_ISSUE: IssueMessages = {
  title: "Programa de mañana",
  day: "Día",
  since: "Señalar lo que ha cambiado desde la versión",
  sinceHint: "La que figura en el programa tal como se publicó; vacío si no se ha publicado.",
  show: "Mostrar el programa",
  print: "Imprimir",
  mail: "El programa como correo",
  changesMail: "Un correo con lo que ha cambiado desde esa versión",
  mailHint: "Su programa de correo lo abre como borrador: revíselo, diríjalo a su propia lista y envíelo.",
  noSuchDay: "La reunión no tiene ese día.",
};
