/** The time zone of a place, or why it stays open. */
export type Zone =
  | { readonly kind: "known"; readonly zone: string }
  | { readonly kind: "unknown" }
  | { readonly kind: "ambiguous"; readonly among: string }
  | { readonly kind: "unasked" };

/** Which places are known, by the names that documents print. In the worker none are. */
export interface Gazetteer {
  /** Whether a name is that of a city, in one of the languages that are read. */
  readonly isCity: (name: string) => boolean;
  /** Whether a name, with its country, is that of a region there and of no city in it: "Washington, USA" behind "Seattle". Alone: that of a country. */
  readonly isRegion: (name: string, country: string | undefined) => boolean;
  readonly findZone: (city: string, country: string | undefined) => Zone;
}
export const NO_PLACES: Gazetteer = { isCity: () => false, isRegion: () => false, findZone: () => ({ kind: "unasked" }) };
