import { SPANISH } from "../../../../i18n/es.ts";
import { SPANISH_PAGES } from "../../../../i18n/pages/es.ts";
import type { ConsoleMessages } from "../messages.ts";
import { SPANISH_ANSWERS } from "./answers.ts";
import { SPANISH_DRAFTS } from "./drafts.ts";
import { SPANISH_EDITING } from "./editing.ts";
import { SPANISH_ENDPOINTS } from "./endpoints.ts";
import { SPANISH_EVENTS } from "./events.ts";
import { SPANISH_FILES } from "./files.ts";
import { SPANISH_HOUSE } from "./house.ts";
import { SPANISH_INVITATION } from "./invitation.ts";
import { SPANISH_KEYS } from "./keys.ts";
import { SPANISH_CLEARING } from "./mails.ts";
import { SPANISH_ISSUE } from "./issue.ts";
import { SPANISH_PROGRAMME } from "./programme.ts";
import { SPANISH_DOUBTS } from "./doubts.ts";
import { SPANISH_SETUP } from "./setup.ts";

export const SPANISH_CONSOLE: ConsoleMessages = {
  ...SPANISH_EVENTS,
  ...SPANISH_ANSWERS,
  own: SPANISH,
  page: SPANISH_PAGES,
  console: "Consola",
  loading: "Leyendo la reunión…",
  publicPage: "Página pública de la reunión",
  connection: {
    up: "En contacto con el servicio",
    down: "Sin conexión: lo que envíe espera aquí y saldrá por orden cuando vuelva.",
    asOf: "Lo que se muestra es de {time}.",
  },
  wrongClock: "El reloj de este dispositivo se desvía {minutes} min. Los eventos se firman con la hora del servicio.",
  keepsNothing: "Este navegador no guarda nada para esta página: al cerrarla se pierden su clave y los eventos que no hayan salido.",
  more: "Más eventos",
  moreHint: "Todo lo que es posible ahora, y nada más.",
  openNow: "Abierta ahora: {slot}.",
  programme: SPANISH_PROGRAMME,
  setup: SPANISH_SETUP,
  invitation: SPANISH_INVITATION,
  drafts: SPANISH_DRAFTS,
  editing: SPANISH_EDITING,
  file: SPANISH_FILES,
  keys: SPANISH_KEYS,
  house: SPANISH_HOUSE,
  endpoints: SPANISH_ENDPOINTS,
  issue: SPANISH_ISSUE,
  mails: SPANISH_CLEARING,
  outbox: {
    title: "Lo que ha enviado",
    undo: "Deshacer",
    undone: "Deshecho: {event}",
    sending: "enviándose…",
    done: "enviado.",
    offline: "Sin conexión. Estos eventos saldrán por sí solos y por orden cuando vuelva; nada se pierde si se cierra la página.",
    waiting: "espera la conexión.",
    retry: "Enviarlo",
    discard: "Descartar",
  },
  message: { title: "Mensaje para difundir", language: "En", share: "Compartir…" },
  history: { title: "Historial: retirar un error", withdraw: "Retirar", redact: "Suprimir el texto" },
  key: {
    title: "Este navegador",
    none: "Este navegador aún no está registrado para este órgano.",
    why: "No hay cuentas: este navegador firma cada evento, y el servicio se fía de la firma.",
    make: "Preparar este navegador",
    makeHint: "Lo mejor: aquello con lo que firme no podrá copiarlo nadie, ni siquiera usted. El operador lo registra una sola vez.",
    typed: "O un secreto que le hayan dado",
    typedHint: "Empieza por whsk_ o whsec_, y se guarda de modo que pueda firmar pero no volver a leerse.",
    use: "Usar este secreto",
    notASecret: "Ese secreto no es válido: debe empezar por whsk_ o whsec_ y estar completo.",
    notHere: "Este navegador no puede crear una clave así (carece de Ed25519). Use uno más reciente o un secreto que le hayan dado.",
    publicKey: "Clave pública",
    fingerprint: "Huella",
    fingerprintHint: "Léala al operador por teléfono, para que no se registre otra clave por error.",
    enrol: "El operador la registra con esta orden",
    checkAgain: "Comprobar de nuevo",
    forget: "Olvidar esta clave",
    forgetSure: "Olvidarla de verdad: no podrá recuperarse",
    loss: "Si se borran los datos de este navegador, la clave se pierde, pero nada más: cree otra aquí, haga que la registren y que revoquen la anterior.",
    notKept: "Este navegador no garantiza conservarla si falta espacio. Añadir la consola a la pantalla de inicio suele ayudar.",
    status: {
      unknown: "Preguntando al servicio por él…",
      enrolled: "Registrado: puede enviar.",
      "not-enrolled": "Aún no registrado: nada puede enviarse hasta que el operador lo registre.",
      "not-permitted": "Registrado, pero con límites en lo que puede enviar aquí.",
      unreachable: "No se pudo preguntar al servicio por él.",
    },
  },
  agenda: {
    title: "Programa nuevo o revisado",
    hint: "Pegue el documento desde un procesador de textos o una página web. Nada se envía hasta que usted vea lo que se ha entendido.",
    paste: "El documento",
    read: "Leerlo",
    days: "Sesiones",
    items: "Temas",
    warnings: "Dudas",
    noWarnings: "Sin dudas.",
    warningsAbout: SPANISH_DOUBTS,
    line: "Línea {line}",
    missing: "Falta todavía",
    supply: "Lo que el documento no dice",
    overrides: {
      timezone: "Huso horario (Región/Ciudad)",
      id: "Identificador de la reunión, como en su dirección",
      symbol: "Signatura del documento",
      title: "Título de la reunión",
      city: "Ciudad",
      venue: "Lugar",
      opensOn: "Primer día",
      closesOn: "Último día",
      year: "Año",
      "body.shortName": "Nombre abreviado del órgano",
    },
    as: {
      "agenda.revised": "Enviar como revisión de esta reunión",
      "agenda.adopted": "Enviar como aprobado, en su forma revisada oralmente",
      "meeting.announced": "Anunciar como otra reunión",
    },
  },
};
