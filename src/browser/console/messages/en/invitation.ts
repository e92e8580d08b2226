import type { InvitationMessages } from "../invitation-messages.ts";

export const ENGLISH_INVITATION: InvitationMessages = {
  title: "Invite a colleague",
  role: "As",
  roles: {
    secretary: "Secretary of the body: everything but inviting",
    "conference-officer": "Conference officer: sittings and items of the day",
    "meetings-management": "Meetings management: rooms and notices",
    "documents-officer": "Documents officer: documents and the report",
    preparer: "Preparer: tries, and sends nothing",
  },
  goodFor: "The link is good for",
  periods: { 1: "An hour", 24: "A day", 168: "A week" },
  thisMeeting: "For this meeting alone",
  make: "Make the invitation",
  made: "Whoever opens it first is enrolled, once. Show the code to a colleague’s phone, or send the link.",
  qr: "QR code of the invitation",
  revoke: "Revoke it",
  invited: "You are invited",
  invitedHint: "This browser is then enrolled, and may send what the invitation allows. It is good once.",
  accept: "Accept the invitation",
  spent: "This invitation was used already, was revoked, or its time is over. Ask for another.",
};
