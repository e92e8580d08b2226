/** The letters of subitems in the order of their lists, of Arabic (abjad) and of Russian: the same subitem has the same letter in every language. */
const ALPHABETS = ["أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", "абвгдежзиклмнопрстуфхцчшщэ"];

/** "с" of Cyrillic is typed for a Latin "c" more often than a list goes as far as it. */
const TYPED: Readonly<Record<string, string>> = { с: "c" };

/** The mark of a subitem as all language versions have it: "أ" and "а" are "a", "б" is "b". */
export const readMark = (printed: string): string => {
  const letter = printed.replace("ـ", "").replace(/^[اإآ]$/u, "أ");
  const place = Math.max(...ALPHABETS.map((letters) => letters.indexOf(letter)));
  return TYPED[letter] ?? (place >= 0 && place < 26 ? String.fromCodePoint(97 + place) : printed);
};
