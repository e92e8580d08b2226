export type Params = Readonly<Record<string, string>>;

/** Puts values in the places, `{name}`, that a sentence of one of our tables names. One that ends with a full stop ("6 p.m.") ends the sentence too. */
export const interpolate = (sentence: string, params: Params): string =>
  sentence.replaceAll(/\{(\w+)\}(\.?)/g, (place, name: string, stop: string) => {
    const value = params[name];
    if (value === undefined) return place;
    return value.endsWith(".") ? value : `${value}${stop}`;
  });
