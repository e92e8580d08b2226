import type { InvitationMessages } from "../invitation-messages.ts";

export const SPANISH_INVITATION: InvitationMessages = {
  title: "Invitar a un colega",
  role: "En calidad de",
  roles: {
    secretary: "Secretaría del órgano: todo, salvo invitar",
    "conference-officer": "Oficial de conferencias: sesiones y temas del día",
    "meetings-management": "Gestión de reuniones: salas y avisos",
    "documents-officer": "Oficial de documentos: documentos e informe",
    preparer: "Preparación: prueba, y no envía nada",
  },
  goodFor: "El enlace vale durante",
  periods: { 1: "Una hora", 24: "Un día", 168: "Una semana" },
  thisMeeting: "Solo para esta reunión",
  make: "Crear la invitación",
  made: "Quien la abra primero queda registrado, una sola vez. Muestre el código al teléfono de un colega o envíe el enlace.",
  qr: "Código QR de la invitación",
  revoke: "Revocarla",
  invited: "Tiene una invitación",
  invitedHint: "Este navegador quedará registrado y podrá enviar lo que la invitación permite. Vale una sola vez.",
  accept: "Aceptar la invitación",
  spent: "Esta invitación ya se usó, fue revocada o ha caducado. Pida otra.",
};
