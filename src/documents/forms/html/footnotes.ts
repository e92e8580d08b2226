type Attributes = Readonly<Record<string, string>>;

const FOOTNOTE_ID = /^_?(?:ftn|edn|sdfootnote|sdendnote|footnote-|endnote-|fn:?)\d+(?:-\d+)?$/i;
const FOOTNOTE_LINK = /^#_?(?:ftn|edn|sdfootnote|sdendnote|footnote-|endnote-|fn:?)(?:ref-?)?\d+/i;

/** Whether an element holds a footnote, as word processors and their converters write it. */
export const isFootnote = ({ id }: Attributes): boolean => id !== undefined && FOOTNOTE_ID.test(id);

/** Whether a link leads to a footnote: its text is the mark. */
export const isFootnoteMark = (name: string, { href }: Attributes): boolean =>
  name === "a" && href !== undefined && FOOTNOTE_LINK.test(href);
