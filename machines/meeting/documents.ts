import { getOwn } from "../../src/meeting/get-own.ts";
import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import { mergeIssuedOn } from "../../src/meeting/document-languages.ts";
import type { EventOf } from "../../src/meeting/events.ts";
import type { MeetingDocument } from "../../src/meeting/record.ts";
import { accept, refuseEvent, type Outcome } from "./outcome.ts";
import type { MeetingState } from "./state.ts";

type Documents = ReadonlyMap<string, MeetingDocument>;

const indexDocuments = ({ record }: MeetingState): Documents =>
  new Map((record.documents ?? []).map((document) => [document.symbol, document]));

const replaceDocuments = (state: MeetingState, documents: Documents, issued: MeetingState["issued"]): MeetingState => {
  const { documents: _documents, ...record } = state.record;
  return { ...state, record: { ...record, ...(documents.size > 0 && { documents: [...documents.values()] }) }, issued };
};

/** A symbol is a document's identity: what is said of it again adds to what is known. */
export const addDocuments = (state: MeetingState, { timestamp, data }: EventOf<"documents.issued">): MeetingState => {
  const documents = new Map(indexDocuments(state));
  const issued = { ...state.issued };
  let isNews = false;
  for (const said of data.documents) {
    const { symbol } = said;
    const [known, earlier] = [documents.get(symbol), getOwn(issued, symbol)];
    const before = known ?? earlier?.documented ?? undefined;
    const issuedOn = mergeIssuedOn(before?.issuedOn, said.issuedOn);
    const document: MeetingDocument = { ...before, ...said, ...(issuedOn !== undefined && { issuedOn }) };
    if (known && isDeepEqual(known, document)) continue;
    isNews = true;
    documents.set(symbol, document);
    // No document may have it, though an event said it before.
    issued[symbol] = { documented: earlier ? earlier.documented : (known ?? null), timestamp };
  }
  return isNews ? replaceDocuments(state, documents, issued) : state;
};

/** A document is not before the meeting any more; said again, that is so already. */
export const withdrawDocument = (state: MeetingState, { timestamp, data: { symbol } }: EventOf<"documents.withdrawn">): Outcome => {
  const documents = new Map(indexDocuments(state));
  const [known, earlier] = [documents.get(symbol), getOwn(state.issued, symbol)];
  if (!known)
    return earlier ? accept(state) : refuseEvent("unknown-document", { symbol, documents: [...documents.keys()].join(", ") || "none" });
  documents.delete(symbol);
  const documented = earlier ? earlier.documented : known;
  return accept(replaceDocuments(state, documents, { ...state.issued, [symbol]: { documented, timestamp } }));
};
