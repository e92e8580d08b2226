import type { SetupMessages } from "../setup-messages.ts";

export const SPANISH_SETUP: SetupMessages = {
  lead: "Indique el nombre del órgano cuyas reuniones se seguirán aquí. Este navegador las dirigirá después.",
  next: "Su primera reunión: pegue el programa y vea lo que se ha entendido.",
  code: "Código",
  codeHint: "Dieciséis letras y cifras, como figuran junto al enlace.",
  notACode: "Ese código no es válido: tiene dieciséis letras y cifras.",
  name: "Nombre del órgano",
  shortName: "Nombre abreviado, para los calendarios",
  id: "Identificador del órgano, en sus direcciones",
  idHint: "Minúsculas, cifras y guiones; no cambiará nunca.",
  optional: "Editor, contacto y documentos",
  publisher: "Editor",
  publisherHint: "Quién responde de lo publicado. Si falta, las páginas dicen «Demostración no oficial».",
  contact: "Correo electrónico de la secretaría",
  documents: "Dirección de sus documentos",
  documentsHint: "Con {symbol} en el lugar de la signatura del documento.",
  register: "Establecer este órgano",
  announce: "Anunciar la reunión",
  noLine: "No hay conexión: inténtelo de nuevo cuando vuelva.",
};
