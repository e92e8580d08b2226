import type { SetupMessages } from "../setup-messages.ts";

export const ENGLISH_SETUP: SetupMessages = {
  lead: "Name the body whose meetings are to be followed here. This browser then steers them.",
  next: "Its first meeting: paste the agenda, and see what was understood of it.",
  code: "Code",
  codeHint: "Sixteen letters and figures, as they stand beside the link.",
  notACode: "That is no such code: it has sixteen letters and figures.",
  name: "Name of the body",
  shortName: "Short name, for calendars",
  id: "Id of the body, as in its addresses",
  idHint: "Small letters, figures and hyphens; it stays for ever.",
  optional: "Publisher, contact and documents",
  publisher: "Publisher",
  publisherHint: "Who answers for what is published. Without one, pages say “Unofficial demonstration”.",
  contact: "E-mail address of the secretariat",
  documents: "Address of its documents",
  documentsHint: "With {symbol} where a document’s symbol goes.",
  register: "Set up this body",
  announce: "Announce the meeting",
  noLine: "There is no line: try again when it is back.",
};
