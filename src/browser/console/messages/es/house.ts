import type { HouseMessages } from "../house-messages.ts";

export const SPANISH_HOUSE: HouseMessages = {
  taken: "A esa hora, {room} está asignado a otra sesión: {other}.",
  title: "Un aviso a todos los órganos",
  hint: "Un solo aviso, que aparece en la página y en los calendarios de cada reunión marcada.",
  looking: "Buscando las reuniones a las que este navegador puede dar un aviso…",
  none: "Este navegador no puede dar un aviso a ninguna reunión por celebrar.",
  meetings: "Reuniones",
  give: "Dar el aviso",
  given: "Dado.",
  notGiven: "No se dio: {why}",
};
