/** The letters of subitems in the order of the Arabic list (abjad): the same subitem has the same letter in every language. */
const ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";

/** The mark of a subitem as all language versions have it: "أ" is "a". */
export const readMark = (printed: string): string => {
  const letter = printed.replace("ـ", "").replace(/^[اإآ]$/u, "أ");
  const place = ABJAD.indexOf(letter);
  return place >= 0 && place < 26 ? String.fromCodePoint(97 + place) : printed;
};
