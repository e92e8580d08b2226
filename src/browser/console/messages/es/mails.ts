import type { MailsMessages } from "../mails-messages.ts";

export const SPANISH_CLEARING: MailsMessages = {
  title: "Correos por autorizar",
  hint: "Lo que ha cambiado desde el último correo a la lista: un correo por lista y por reunión. Nada sale hasta que usted lo envíe.",
  none: "No hay correos pendientes.",
  send: "Enviar a la lista",
  sent: "El correo se ha enviado.",
  notSent: "El correo no se ha enviado: {why}.",
  drop: "Descartar",
  dropSure: "Descartar: nadie recibirá este correo",
};
