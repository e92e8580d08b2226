import type { MeetingDocument } from "./record.ts";
import { LANGUAGES, type Language } from "./text.ts";

type IssuedOn = MeetingDocument["issuedOn"];

/** The languages of a meeting in which a document is still to be issued: known only where it was said of each by itself. */
export const listAwaitedLanguages = ({ issuedOn }: Pick<MeetingDocument, "issuedOn">, languages: readonly Language[] = LANGUAGES) =>
  typeof issuedOn === "object" ? languages.filter((language) => issuedOn[language] === undefined) : [];

/** What is said of some languages leaves the others as they are. */
export const mergeIssuedOn = (before: IssuedOn, said: IssuedOn): IssuedOn =>
  typeof before === "object" && typeof said === "object" ? { ...before, ...said } : (said ?? before);
