import type { SetupMessages } from "../setup-messages.ts";

export const FRENCH_SETUP: SetupMessages = {
  lead: "Nommez l’organe dont les réunions seront suivies ici. Ce navigateur les conduira ensuite.",
  next: "Sa première réunion : collez l’ordre du jour et voyez ce qui en a été compris.",
  code: "Code",
  codeHint: "Seize lettres et chiffres, indiqués à côté du lien.",
  notACode: "Ce code n’est pas valable : il compte seize lettres et chiffres.",
  name: "Nom de l’organe",
  shortName: "Nom abrégé, pour les agendas",
  id: "Identifiant de l’organe, dans ses adresses",
  idHint: "Minuscules, chiffres et traits d’union ; il ne changera jamais.",
  optional: "Éditeur, contact et documents",
  publisher: "Éditeur",
  publisherHint: "Qui répond de ce qui est publié. À défaut, les pages portent « Démonstration non officielle ».",
  contact: "Adresse électronique du secrétariat",
  documents: "Adresse de ses documents",
  documentsHint: "Avec {symbol} à la place de la cote du document.",
  register: "Mettre en place cet organe",
  announce: "Annoncer la réunion",
  noLine: "Il n’y a pas de connexion : réessayez quand elle sera rétablie.",
};
