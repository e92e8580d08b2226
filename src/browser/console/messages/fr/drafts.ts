import type { DraftMessages } from "../draft-messages.ts";

export const FRENCH_DRAFTS: DraftMessages = {
  title: "Projets",
  prepare: "Préparer seulement : les ordres sont mis de côté, rien n’est envoyé",
  preparer: "Vous préparez, et un collègue envoie : les ordres sont mis de côté ici.",
  putAside: "Mettre de côté comme projet",
  none: "Rien n’est mis de côté.",
  makeLink: "En faire un lien",
  link: "Lien vers le projet",
  qr: "Code QR du projet",
  hint: "Quiconque l’ouvre dans la console voit ce qui changerait, et peut l’envoyer. Son contenu n’est pas secret.",
  open: "Les examiner et envoyer",
  remove: "Retirer",
  handed: "Un projet préparé par un collègue",
};
