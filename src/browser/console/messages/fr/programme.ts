import type { ProgrammeMessages } from "../programme-messages.ts";

export const FRENCH_PROGRAMME: ProgrammeMessages = {
  today: "Aujourd’hui",
  all: "Tout le programme",
  search: "Chercher une séance ou un point",
  nothingFound: "Rien n’a été trouvé.",
  moreFound: "Il y en a d’autres : ajoutez un mot.",
  more: "Plus",
  startsLate: "Commence en retard",
  minutes: "{minutes} min",
  otherMinutes: "Autre durée",
  suspendUntil: "Suspendre jusqu’à une heure donnée",
  notBefore: "Pas avant une heure donnée",
  moveTo: "Déplacer à : {slot}",
  unplaced: "Points inscrits à aucune séance",
  orallyRevised: "Tel que révisé oralement",
  orallyRevisedHint: "Le programme est adopté tel qu’il figure ici, avec toutes les modifications déjà signalées.",
  short: {
    "slot.opened": "Ouvrir",
    "slot.adjourned": "Lever",
    "slot.suspended": "Suspendre",
    "slot.resumed": "Reprendre",
    "item.taken_up": "Aborder",
    "item.concluded": "Achever",
    "item.left_open": "Interrompre",
  },
};
