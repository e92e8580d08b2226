import type { KeysMessages } from "../keys-messages.ts";

export const SPANISH_KEYS: KeysMessages = {
  title: "Quién puede enviar aquí",
  noEnd: "Sin término.",
  until: "Hasta el {time}.",
  neverUsed: "Aún no se ha usado.",
  lastUsed: "Último envío: {time}.",
  meeting: "Solo para la reunión {meeting}.",
  invites: "Una invitación que nadie ha aceptado todavía",
  sure: "Revocar de verdad",
  operator: "El operador",
  sentBy: "Enviado por {name}",
  label: "De quién será, para los colegas",
};
