import type { MailMessages } from "./messages.ts";

export const SPANISH_MAILS: MailMessages = {
  marks: {
    cancelled: "CANCELADA",
    postponed: "APLAZADA",
    takesPlace: "SE CELEBRARÁ",
    newTime: "NUEVA HORA",
    newPlace: "NUEVO LUGAR",
    added: "AÑADIDA",
    newItems: "OTROS TEMAS",
    other: "MODIFICADA",
  },
  before: "Antes: {before}",
  more: "y {count} más",
  test: "Prueba: los correos de este servicio llegan.",
  nothing: "Nada ha cambiado desde la versión {version}.",
};
