import { warning, type Warning } from "./warnings.ts";

/** What the person who imports adds to what the document gives, by the names of --set. */
export interface Supplied {
  readonly symbol?: string;
  readonly "body.id"?: string;
  readonly "body.name"?: string;
  readonly "body.shortName"?: string;
  readonly "body.parent"?: string;
  readonly "body.publisher"?: string;
  readonly "body.contact"?: string;
  readonly id?: string;
  readonly title?: string;
  readonly city?: string;
  readonly venue?: string;
  readonly timezone?: string;
  readonly opensOn?: string;
  readonly closesOn?: string;
  readonly issuedOn?: string;
  /** The year of days that are printed without one. */
  readonly year?: string;
  /** "order": number items without numbers by their order. */
  readonly numbering?: string;
}

const NAMES: Readonly<Record<string, keyof Supplied>> = {
  symbol: "symbol",
  "agenda.symbol": "symbol",
  body: "body.id",
  "body.id": "body.id",
  "body.name": "body.name",
  "body.shortName": "body.shortName",
  shortName: "body.shortName",
  "body.parent": "body.parent",
  "body.publisher": "body.publisher",
  "body.contact": "body.contact",
  id: "id",
  meeting: "id",
  title: "title",
  city: "city",
  venue: "venue",
  timezone: "timezone",
  opensOn: "opensOn",
  closesOn: "closesOn",
  issuedOn: "issuedOn",
  year: "year",
  numbering: "numbering",
};

/** Reads `name=value` pairs; a name that is not known is a warning. */
export const suppliedBy = (pairs: readonly string[]): { readonly supplied: Supplied; readonly warnings: readonly Warning[] } => {
  const entries = pairs.map((pair) => {
    const at = pair.indexOf("=");
    return { pair, name: Object.hasOwn(NAMES, pair.slice(0, at)) ? NAMES[pair.slice(0, at)] : undefined, value: pair.slice(at + 1).trim() };
  });
  return {
    supplied: Object.fromEntries(entries.flatMap(({ name, value }) => (name && value ? [[name, value]] : []))),
    warnings: entries.flatMap(({ pair, name, value }) => (name && value ? [] : [warning("unknown-setting", pair)])),
  };
};
