import { writeFileSync } from "node:fs";
import { addLanguage } from "../../documents/revision/add-language.ts";
import { draftRevision } from "../../documents/revision/draft-revision.ts";
import { compareLanguages, type LanguageDifference } from "../../documents/revision/language-differences.ts";
import { findOwnLanguage } from "../../documents/revision/lay-over.ts";
import type { Language } from "../../meeting/text.ts";
import { readRecordFile } from "../send/announce.ts";
import { PLACES } from "./gazetteer.ts";
import { formatRecord } from "./kept-files.ts";
import type { Source } from "./read-source.ts";

const WHAT = { item: "item", slot: "sitting" } as const;

const formatDifference = ({ kind, printed, isMissing }: LanguageDifference): string =>
  `  ${isMissing ? "Only in the record" : "Only in this document"}: ${WHAT[kind]} ${printed}`;

/** Adds what a version in another language says to the record of a file, where both have the same items and sittings; the exit status. */
export const mergeLanguage = (path: string, { document, overrides, corrections }: Source, language: Language | undefined): number => {
  const record = readRecordFile(path);
  const draft = draftRevision(record, document, overrides, PLACES, corrections);
  const [own, added] = [findOwnLanguage(record), language ?? draft.paper.language];
  if (added === undefined || added === own) {
    console.error("This document is not known to be in another language than the record: say in which with --language.");
    return 1;
  }
  const differences = compareLanguages(record, draft);
  if (differences.length > 0) {
    console.error([`Nothing was written, as ${path} and this document differ:`, ...differences.map(formatDifference)].join("\n"));
    return 1;
  }
  writeFileSync(path, formatRecord(addLanguage(record, draft, { own, added })));
  console.log(`Written: ${path}, with what this document says in ${added}.`);
  return 0;
};
