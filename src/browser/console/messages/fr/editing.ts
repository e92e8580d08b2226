import type { EditingMessages } from "../editing-messages.ts";

export const FRENCH_EDITING: EditingMessages = {
  lines: "Le document, ligne par ligne",
  onlyOpen: "Seulement ce qui est laissé de côté ou douteux",
  change: "Modifier",
  isNow: "C’est",
  kinds: { slot: "Une séance", item: "Un point", nothing: "Rien du programme" },
  number: "Numéro",
  hourHint: "Laissée vide, l’heure est à préciser",
  itemsHint: "Comme ils sont imprimés, par exemple 4 (suite), 5",
  save: "Lire ainsi",
  undo: "Annuler la dernière modification",
  addSlot: "Ajouter une séance",
  addItem: "Ajouter un point",
  uses: {
    field: "La réunion elle-même",
    heading: "Un titre",
    day: "Un jour",
    annotation: "Notes sur le point {item}",
    document: "Document {symbol}",
    said: "Comme vous l’avez dit",
    leftOut: "Laissé de côté",
  },
  asNew: "Ce document est pris pour celui d’une autre session, et devient une nouvelle réunion, {id} : {title}",
  asKnown: "Ce document est pris pour un document de la réunion affichée.",
  isNew: "C’est une autre session",
  isKnown: "C’est la réunion affichée",
};
