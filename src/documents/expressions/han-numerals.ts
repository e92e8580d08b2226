/** Hours and minutes as Chinese spells them: 十, 十二, 三十, 四十五. */
export const HAN_NUMERAL = "[一二三四五六七八九十]{1,3}";

const DIGITS = "一二三四五六七八九";
const readDigit = (digit: string): number => (digit === "" ? 0 : DIGITS.indexOf(digit) + 1);

/** The value of a number below a hundred, in either script. */
export const readNumeral = (printed: string): number => {
  if (!/\D/.test(printed)) return Number(printed);
  const [tens = "", units] = printed.split("十");
  return units === undefined ? readDigit(tens) : (tens === "" ? 1 : readDigit(tens)) * 10 + readDigit(units);
};
