import type { KeysMessages } from "../keys-messages.ts";

export const FRENCH_KEYS: KeysMessages = {
  title: "Qui peut envoyer ici",
  noEnd: "Sans fin.",
  until: "Jusqu’au {time}.",
  neverUsed: "Pas encore utilisé.",
  lastUsed: "Dernier envoi : {time}.",
  meeting: "Pour la réunion {meeting} seulement.",
  invites: "Une invitation que personne n’a encore acceptée",
  sure: "Révoquer vraiment",
  operator: "L’exploitant",
  sentBy: "Envoyé par {name}",
  label: "De qui il s’agit, pour les collègues",
};
