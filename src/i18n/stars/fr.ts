import type { StarMessages } from "./messages.ts";

export const FRENCH_STARS: StarMessages = {
  keep: "Garder dans mon programme",
  show: "Vers mon programme",
  how: "Sur la page d’une séance, d’un point, d’une réunion ou d’un organe, appuyez sur « Garder dans mon programme » : l’élément figure alors ici, dans l’ordre des heures, et le tout forme un seul calendrier. Ce que vous gardez reste dans ce navigateur ; rien n’est conservé sur le serveur.",
  needsScripts: "Pour garder quelque chose, il faut JavaScript.",
  kept: "Gardé",
  all: "Toutes les séances",
  clash: "Au même moment : {others}",
  twice: "Si vous êtes aussi abonné à une réunion entière, certains calendriers affichent ses séances deux fois.",
  nothing: "Rien de tout cela ne figure plus dans un programme.",
  issues: {
    "too-long":
      "Cela ne peut pas être gardé dans un seul calendrier : son adresse dépasserait {max} caractères, ce que certains calendriers refusent sans prévenir. Gardez des réunions entières, ou moins.",
    "too-many-bodies": "Cela ne peut pas être gardé dans un seul calendrier, qui admet {max} organes au plus. Gardez-en moins.",
    "too-many-meetings": "Cela ne peut pas être gardé dans un seul calendrier, qui admet {max} réunions au plus. Gardez-en moins.",
    "too-large":
      "Cela est trop volumineux pour un seul calendrier : certains calendriers écartent sans prévenir ce qui dépasse un mégaoctet. Gardez-en moins.",
  },
};
