import type { StarMessages } from "./messages.ts";

export const SPANISH_STARS: StarMessages = {
  keep: "Guardar en mi programa",
  show: "Ir a mi programa",
  how: "En la página de una sesión, de un tema, de una reunión o de un órgano, pulse «Guardar en mi programa»: figurará aquí por orden de horas, y todo ello forma un solo calendario. Lo que guarda permanece en este navegador; nada se almacena en el servidor.",
  needsScripts: "Para guardar se necesita JavaScript.",
  kept: "Guardado",
  all: "Todas las sesiones",
  clash: "A la misma hora: {others}",
  twice: "Si también se suscribe a una reunión entera, algunos calendarios muestran sus sesiones dos veces.",
  nothing: "Nada de esto figura ya en un programa.",
  issues: {
    "too-long":
      "Esto no cabe en un solo calendario: su dirección pasaría de {max} caracteres, que algunos calendarios rechazan sin avisar. Guarde reuniones enteras, o menos.",
    "too-many-bodies": "Esto no cabe en un solo calendario, que admite {max} órganos como máximo. Guarde menos.",
    "too-many-meetings": "Esto no cabe en un solo calendario, que admite {max} reuniones como máximo. Guarde menos.",
    "too-large":
      "Esto es demasiado grande para un solo calendario: algunos calendarios descartan sin avisar lo que pasa de un megabyte. Guarde menos.",
  },
};
