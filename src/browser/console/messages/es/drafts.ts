import type { DraftMessages } from "../draft-messages.ts";

export const SPANISH_DRAFTS: DraftMessages = {
  title: "Borradores",
  prepare: "Solo preparar: las órdenes se apartan y no se envía nada",
  preparer: "Usted prepara y un colega envía: las órdenes se apartan aquí.",
  putAside: "Apartar como borrador",
  none: "No hay nada apartado.",
  makeLink: "Hacer un enlace",
  link: "Enlace al borrador",
  qr: "Código QR del borrador",
  hint: "Quien lo abra en la consola ve lo que cambiaría y puede enviarlo. Su contenido no es secreto.",
  open: "Examinarlos y enviar",
  remove: "Quitar",
  handed: "Un borrador preparado por un colega",
};
