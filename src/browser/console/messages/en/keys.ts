import type { KeysMessages } from "../keys-messages.ts";

export const ENGLISH_KEYS: KeysMessages = {
  title: "Who may send here",
  noEnd: "No end.",
  until: "Until {time}.",
  neverUsed: "Not used yet.",
  lastUsed: "Last used {time}.",
  meeting: "For the meeting {meeting} alone.",
  invites: "An invitation that nobody has accepted yet",
  sure: "Really revoke it",
  operator: "The operator",
  sentBy: "Sent by {name}",
  label: "Whose it will be, as colleagues know them",
};
