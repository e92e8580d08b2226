export type Params = Readonly<Record<string, string>>;

/** Puts values in the places, `{name}`, that a sentence of one of our tables names. */
export const interpolate = (sentence: string, params: Params): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place);
