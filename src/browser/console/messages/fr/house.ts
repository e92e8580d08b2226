import type { HouseMessages } from "../house-messages.ts";

export const FRENCH_HOUSE: HouseMessages = {
  taken: "À cette heure, {room} est attribué à une autre séance : {other}.",
  title: "Un avis à tous les organes",
  hint: "Un seul avis, affiché sur la page et dans les calendriers de chaque réunion cochée.",
  looking: "Recherche des réunions auxquelles ce navigateur peut adresser un avis…",
  none: "Ce navigateur ne peut adresser d’avis à aucune réunion à venir.",
  meetings: "Réunions",
  give: "Donner l’avis",
  given: "Donné.",
  notGiven: "Non donné : {why}",
};
