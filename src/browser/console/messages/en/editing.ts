import type { EditingMessages } from "../editing-messages.ts";

export const ENGLISH_EDITING: EditingMessages = {
  lines: "The document, line by line",
  onlyOpen: "Only what was left out or is in doubt",
  change: "Change",
  isNow: "This is",
  kinds: { slot: "A sitting", item: "An item", nothing: "Nothing of the programme" },
  number: "Number",
  hourHint: "Left empty, it is to be announced",
  itemsHint: "As they are printed, such as 4 (continued), 5",
  save: "Read it so",
  undo: "Take back the last change",
  addSlot: "Add a sitting",
  addItem: "Add an item",
  uses: {
    field: "The meeting itself",
    heading: "A heading",
    day: "A day",
    annotation: "Notes on item {item}",
    document: "Document {symbol}",
    said: "As you said",
    leftOut: "Left out",
  },
  asNew: "This is taken to be another session, and becomes a new meeting, {id}: {title}",
  asKnown: "This is taken to be of the meeting in view.",
  isNew: "It is another session",
  isKnown: "It is of the meeting in view",
};
