/** The letters of subitems in the order of the Arabic list (abjad): the same subitem has the same letter in every language. */
const ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";

/** The same of the Russian list, which skips some letters; "с" is set for the Latin letter that it looks like. */
const RUSSIAN: ReadonlyMap<string, string> = new Map([
  ...[..."абвгдежзиклмнопр"].map((letter, at) => [letter, String.fromCodePoint(97 + at)] as const),
  ["с", "c"],
]);

/** The mark of a subitem as all language versions have it: "أ" and "а" are "a". */
export const readMark = (printed: string): string => {
  const russian = RUSSIAN.get(printed);
  if (russian !== undefined) return russian;
  const letter = printed.replace("ـ", "").replace(/^[اإآ]$/u, "أ");
  const place = ABJAD.indexOf(letter);
  return place >= 0 && place < 26 ? String.fromCodePoint(97 + place) : printed;
};
