export type Values = Readonly<Record<string, string>>;

/** Puts values in the places, `{name}`, that a sentence of one of our tables names. */
export const fill = (sentence: string, values: Values): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
