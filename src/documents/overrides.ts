import { warn, type Warning } from "./warnings.ts";

/**
 * What the person who imports may add to what a document gives: the one list. The console asks for what documents often
 * lack; the names of --set are all of these, and the other names beside them.
 */
const OVERRIDABLE = [
  { name: "timezone", isAsked: true },
  { name: "id", isAsked: true, alias: "meeting" },
  { name: "symbol", isAsked: true, alias: "agenda.symbol" },
  { name: "title", isAsked: true },
  { name: "city", isAsked: true },
  { name: "venue", isAsked: true },
  { name: "opensOn", isAsked: true },
  { name: "closesOn", isAsked: true },
  // Of days that are printed without one.
  { name: "year", isAsked: true },
  { name: "body.shortName", isAsked: true, alias: "shortName" },
  { name: "body.id", isAsked: false, alias: "body" },
  { name: "body.name", isAsked: false },
  { name: "body.parent", isAsked: false },
  { name: "body.publisher", isAsked: false },
  { name: "body.contact", isAsked: false },
  // The template of its documents' addresses.
  { name: "body.documents", isAsked: false },
  { name: "issuedOn", isAsked: false },
  // "order": number items without numbers by their order.
  { name: "numbering", isAsked: false },
] as const;

type Overridable = (typeof OVERRIDABLE)[number];
export type AskedOverride = Extract<Overridable, { readonly isAsked: true }>["name"];
export type Overrides = { readonly [Name in Overridable["name"]]?: string };

export const ASKED_OVERRIDES: readonly AskedOverride[] = OVERRIDABLE.filter((one) => one.isAsked).map(({ name }) => name);

const NAMES: ReadonlyMap<string, Overridable["name"]> = new Map(
  OVERRIDABLE.flatMap((one) => [[one.name, one.name] as const, ...("alias" in one ? [[one.alias, one.name] as const] : [])]),
);

/** Reads `name=value` pairs; a name that is not known is a warning. */
export const parseOverrides = (pairs: readonly string[]): { readonly overrides: Overrides; readonly warnings: readonly Warning[] } => {
  const entries = pairs.map((pair) => {
    const at = pair.indexOf("=");
    return { pair, name: NAMES.get(pair.slice(0, at)), value: pair.slice(at + 1).trim() };
  });
  return {
    overrides: Object.fromEntries(entries.flatMap(({ name, value }) => (name && value ? [[name, value]] : []))),
    warnings: entries.flatMap(({ pair, name, value }) => (name && value ? [] : [warn("unknown-setting", pair)])),
  };
};
