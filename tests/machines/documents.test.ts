import { describe, expect, it } from "vitest";
import { restoreDocuments } from "../../machines/meeting/documented.ts";
import { listAwaitedLanguages } from "../../src/meeting/document-languages.ts";
import { ANNOUNCED, foldEvents, given, happened, RECORD } from "./given.ts";

/** What events say of documents, beside what the agenda lists. */

const issued = (document: object, timestamp?: string) =>
  happened("documents.issued", { documents: [{ symbol: "A/1", ...document }] }, timestamp);
const withdrawn = (symbol = "A/1") => happened("documents.withdrawn", { symbol });
const PAPERS = RECORD.documents ?? [];
const OF_AGENDA = PAPERS[0]?.symbol ?? "";

const documentsOf = (...events: Parameters<typeof foldEvents>[0]) => foldEvents([ANNOUNCED, ...events]).record.documents ?? [];
const findPaper = (...events: Parameters<typeof foldEvents>[0]) => documentsOf(...events).find(({ symbol }) => symbol === "A/1");

describe("a document", () => {
  it("that is withdrawn is not before the meeting any more, however often that is said", () => {
    given(issued({}))
      .when(withdrawn())
      .comesTo({ changes: { documents: PAPERS.length } });
    given(issued({}), withdrawn()).when(withdrawn()).comesTo({});
  });

  it("that the meeting never had can't be withdrawn", () => {
    given().when(withdrawn()).comesTo({ refusal: "unknown-document" });
  });

  it("of the agenda stays withdrawn where a later document lists it as before, and the documents' word is kept", () => {
    const revised = happened("agenda.revised", { record: { ...RECORD, venue: "Hall 2" } }, "2010-01-27T10:00:00Z");
    expect(documentsOf(withdrawn(OF_AGENDA), revised).map(({ symbol }) => symbol)).not.toContain(OF_AGENDA);
    const { documents = [] } = restoreDocuments(foldEvents([ANNOUNCED, withdrawn(OF_AGENDA), revised]));
    expect(documents.map(({ symbol }) => symbol).toSorted()).toEqual(PAPERS.map(({ symbol }) => symbol).toSorted());
    given(withdrawn(OF_AGENDA))
      .when(happened("agenda.revised", { record: RECORD }, "2010-01-27T10:00:00Z"))
      .comesTo({ differences: {} });
  });

  it("of the agenda is before the meeting again once a later document says something new of it", () => {
    const documents = PAPERS.map((paper) => (paper.symbol === OF_AGENDA ? { ...paper, title: "Another title" } : paper));
    given(withdrawn(OF_AGENDA))
      .when(happened("agenda.revised", { record: { ...RECORD, documents } }, "2010-01-27T10:00:00Z"))
      .comesTo({ changes: { documents: PAPERS.length }, differences: { [`documents.${OF_AGENDA}`]: "changed" } });
  });

  it("that is issued again is what it was", () => {
    expect(findPaper(issued({ title: "Draft", items: ["4"] }), issued({ reissuedOn: "2010-01-28" }))).toEqual({
      symbol: "A/1",
      title: "Draft",
      items: ["4"],
      reissuedOn: "2010-01-28",
    });
    const again = documentsOf(withdrawn(OF_AGENDA), happened("documents.issued", { documents: [{ symbol: OF_AGENDA }] }));
    expect(again.find(({ symbol }) => symbol === OF_AGENDA)).toEqual(PAPERS[0]);
  });

  it("that comes out language by language is out in those that were said", () => {
    const [english, arabic] = [{ issuedOn: { en: "2010-01-20", fr: "2010-01-20" } }, { issuedOn: { ar: "2010-01-28" } }];
    expect(findPaper(issued(english), issued(arabic))?.issuedOn).toEqual({ en: "2010-01-20", fr: "2010-01-20", ar: "2010-01-28" });
    given(issued(english), issued(arabic)).when(issued(english)).comesTo({});
  });

  it("is awaited in no language that the meeting does not have", () => {
    expect(listAwaitedLanguages({ issuedOn: { en: "2010-01-20" } }, ["en", "fr"])).toEqual(["fr"]);
    expect(listAwaitedLanguages({ issuedOn: "2010-01-20" })).toEqual([]);
  });
});
