import { describe, it } from "vitest";
import { given, happened } from "./given.ts";

/** Nothing is accepted and ignored: what says what is so already, beside what does not, is named. */

describe("a field that had no effect", () => {
  it("is a title of an item that changes in another", () => {
    const title = "Key concepts";
    given(happened("item.changed", { item: "3", title }))
      .when(happened("item.changed", { item: "3", title, shortTitle: "Concepts" }))
      .comesTo({ warnings: ["no-effect"] });
    given(happened("item.changed", { item: "3", title }))
      .when(happened("item.changed", { item: "3", title: { fr: "Notions clefs" }, shortTitle: "Concepts" }))
      .comesTo({});
  });

  it("is a document that was issued, beside one that is", () => {
    const [first, second, third] = ["A/1", "A/2", "A/3"].map((symbol) => ({ symbol, items: ["3"] }));
    if (!first || !second || !third) throw new Error("three documents");
    given(happened("documents.issued", { documents: [first, second] }))
      .when(happened("documents.issued", { documents: [second, third] }))
      .comesTo({ changes: { documents: 8 }, warnings: ["no-effect"] });
    given(happened("documents.issued", { documents: [first] }))
      .when(happened("documents.issued", { documents: [{ ...first, issuedOn: "2010-01-27" }] }))
      .comesTo({});
  });

  it("is the kind of a deadline that is put to another time", () => {
    const kind = "list-of-speakers";
    given(happened("deadline.set", { deadline: "speakers", kind, at: "2010-01-28" }))
      .when(happened("deadline.changed", { deadline: "speakers", kind, at: "2010-01-29" }))
      .comesTo({ warnings: ["no-effect"] });
  });

  it("is none of an item that is added once more with a short title: it is called by it", () => {
    const data = { item: "9", title: "Side events" };
    given(happened("item.added", data))
      .when(happened("item.added", { ...data, shortTitle: "Side" }))
      .comesTo({});
  });
});
