import type { EndpointMessages } from "../endpoint-messages.ts";

export const SPANISH_ENDPOINTS: EndpointMessages = {
  title: "Sistemas informados de inmediato",
  hint: "Cada cambio se les envía, firmado, en pocos segundos: una réplica, el enlace con un servicio de mensajería, un sitio web. Nunca la dirección de un delegado.",
  none: "Todavía no se informa a ningún sistema.",
  name: "Nombre",
  nameHint: "En minúsculas, cifras y guiones. Un nombre que ya existe recibe la nueva dirección.",
  address: "Dirección",
  add: "Añadir",
  byItself: "Una lista: enviarle automáticamente los cambios de hora y de lugar y las cancelaciones de hoy y de mañana",
  allMeetings: "todas las reuniones",
  well: "Todo ha llegado.",
  waiting: "Pendientes de envío: {waiting}.",
  failing: "Intentos fallidos: {failures}; se volverá a intentar: {why}.",
  ended: {
    gone: "Terminado: el destinatario no desea recibir nada más. Añádalo de nuevo para empezar otra vez.",
    unreachable: "Terminado: no llegó nada durante 75 horas. Añádalo de nuevo para empezar otra vez.",
    "too-far-behind": "Terminado: había demasiados envíos pendientes. Añádalo de nuevo para empezar otra vez.",
  },
  test: "Probar",
  taken: "La prueba ha llegado.",
  notTaken: "La prueba no ha llegado: {why}.",
  showSecret: "Mostrar su secreto",
  remove: "Eliminar",
  removeSure: "Eliminar, con todo lo pendiente",
};
