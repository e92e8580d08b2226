import type { EditingMessages } from "../editing-messages.ts";

export const SPANISH_EDITING: EditingMessages = {
  lines: "El documento, línea por línea",
  onlyOpen: "Solo lo omitido o dudoso",
  change: "Cambiar",
  isNow: "Esto es",
  kinds: { slot: "Una sesión", item: "Un tema", nothing: "Nada del programa" },
  number: "Número",
  hourHint: "Si se deja en blanco, la hora está por anunciar",
  itemsHint: "Tal como figuran, por ejemplo 4 (continuación), 5",
  save: "Leerlo así",
  undo: "Deshacer el último cambio",
  addSlot: "Añadir una sesión",
  addItem: "Añadir un tema",
  uses: {
    field: "La reunión misma",
    heading: "Un encabezado",
    day: "Un día",
    annotation: "Notas sobre el tema {item}",
    document: "Documento {symbol}",
    said: "Según lo indicado",
    leftOut: "Omitido",
  },
  asNew: "Se entiende que es de otro período de sesiones, y pasa a ser una nueva reunión, {id}: {title}",
  asKnown: "Se entiende que es de la reunión que se muestra.",
  isNew: "Es otro período de sesiones",
  isKnown: "Es la reunión que se muestra",
};
