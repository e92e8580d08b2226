import type { MeetingDocument, Programme } from "../../src/meeting/record.ts";
import { listAwaitedLanguages } from "../../src/meeting/document-languages.ts";
import type { Language } from "../../src/meeting/text.ts";
import type { MeetingState } from "./state.ts";

/** A document as an entry prints it. */
export interface PrintedDocument extends Pick<MeetingDocument, "symbol" | "title" | "reissuedOn"> {
  /** Languages of the meeting in which it is still to be issued. */
  readonly awaitedIn?: readonly Language[];
}

interface Documents {
  /** By the items to which they belong. */
  readonly byItem: ReadonlyMap<string, readonly MeetingDocument[]>;
  readonly order: ReadonlyMap<MeetingDocument, number>;
}

const documents = new WeakMap<Programme, Documents>();

export const indexDocuments = (record: Programme): Documents => {
  const known = documents.get(record);
  if (known) return known;
  const byItem = new Map<string, MeetingDocument[]>();
  for (const document of record.documents ?? [])
    for (const item of document.items ?? []) byItem.getOrInsertComputed(item, () => []).push(document);
  const index = { byItem, order: new Map((record.documents ?? []).map((document, at) => [document, at])) };
  documents.set(record, index);
  return index;
};

export const NO_DOCUMENTS: readonly MeetingDocument[] = [];

export const printDocument = (document: MeetingDocument, languages: Programme["languages"]): PrintedDocument => {
  const { symbol, title, reissuedOn } = document;
  const awaitedIn = listAwaitedLanguages(document, languages);
  return {
    symbol,
    ...(title !== undefined && { title }),
    ...(awaitedIn.length > 0 && { awaitedIn }),
    ...(reissuedOn !== undefined && { reissuedOn }),
  };
};

export const listDocuments = (state: MeetingState, ids: readonly string[]): readonly PrintedDocument[] => {
  const { byItem, order } = indexDocuments(state.record);
  const found = new Set(ids.flatMap((id) => byItem.get(id) ?? []));
  return [...found]
    .toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    .map((document) => printDocument(document, state.record.languages));
};
