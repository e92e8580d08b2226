/** What a pasted document may lack, by the importer's names. */
export const OVERRIDE_NAMES = [
  "timezone",
  "id",
  "symbol",
  "title",
  "city",
  "venue",
  "opensOn",
  "closesOn",
  "year",
  "body.shortName",
] as const;
export type OverrideName = (typeof OVERRIDE_NAMES)[number];
