import type { DraftMessages } from "../draft-messages.ts";

export const ENGLISH_DRAFTS: DraftMessages = {
  title: "Drafts",
  prepare: "Prepare only: orders are put aside, and nothing is sent",
  preparer: "You prepare, and a colleague sends: orders are put aside here.",
  putAside: "Put it aside as a draft",
  none: "Nothing is put aside.",
  makeLink: "Make a link of them",
  link: "Link to the draft",
  qr: "QR code of the draft",
  hint: "Whoever opens it at the console sees what would change, and may send it. What stands in it is not secret.",
  open: "Look at them and send",
  remove: "Remove",
  handed: "A draft that a colleague prepared",
};
