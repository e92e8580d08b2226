import type { ProgrammeMessages } from "../programme-messages.ts";

export const SPANISH_PROGRAMME: ProgrammeMessages = {
  today: "Hoy",
  all: "Todo el programa",
  search: "Buscar sesiones y temas",
  nothingFound: "No se ha encontrado nada.",
  moreFound: "Hay más: añada una palabra.",
  more: "Más",
  startsLate: "Comienza con retraso",
  minutes: "{minutes} min",
  otherMinutes: "Otro",
  suspendUntil: "Suspender hasta una hora",
  notBefore: "No antes de una hora",
  moveTo: "Trasladar a: {slot}",
  unplaced: "Temas sin sesión",
  orallyRevised: "En su forma revisada oralmente",
  orallyRevisedHint: "El programa se aprueba tal como figura aquí, con todos los cambios comunicados hasta ahora.",
  short: {
    "slot.opened": "Abrir",
    "slot.adjourned": "Levantar",
    "slot.suspended": "Suspender",
    "slot.resumed": "Reanudar",
    "item.taken_up": "Empezar",
    "item.concluded": "Concluir",
    "item.left_open": "Dejar pendiente",
  },
};
