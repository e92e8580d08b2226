import type { InvitationMessages } from "../invitation-messages.ts";

export const FRENCH_INVITATION: InvitationMessages = {
  title: "Inviter un collègue",
  role: "En qualité de",
  roles: {
    secretary: "Secrétaire de l’organe : tout, sauf inviter",
    "conference-officer": "Fonctionnaire des conférences : séances et points du jour",
    "meetings-management": "Gestion des réunions : salles et avis",
    "documents-officer": "Fonctionnaire des documents : documents et rapport",
    preparer: "Préparateur : essaie, sans rien envoyer",
  },
  goodFor: "Le lien est valable",
  periods: { 1: "Une heure", 24: "Un jour", 168: "Une semaine" },
  thisMeeting: "Pour cette réunion seulement",
  make: "Créer l’invitation",
  made: "Le premier qui l’ouvre est enregistré, une seule fois. Montrez le code au téléphone d’un collègue, ou envoyez le lien.",
  qr: "Code QR de l’invitation",
  revoke: "La révoquer",
  invited: "Vous êtes invité",
  invitedHint: "Ce navigateur sera enregistré et pourra envoyer ce que l’invitation permet. Elle ne sert qu’une fois.",
  accept: "Accepter l’invitation",
  spent: "Cette invitation a déjà servi, a été révoquée ou est périmée. Demandez-en une autre.",
};
