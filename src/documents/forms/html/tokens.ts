import { Parser } from "htmlparser2";

/** What a parser meets in a web page, each with the line of the source on which it stands. */
export type HtmlToken =
  | { readonly kind: "open"; readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly line: number }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string; readonly line: number };

/** Counts the lines of the source up to an offset; offsets must not decrease. */
const countLines = (source: string): ((offset: number) => number) => {
  let [at, line] = [0, 1];
  return (offset) => {
    for (; at < offset; at += 1) if (source.codePointAt(at) === 10) line += 1;
    return line;
  };
};

export const tokenizeHtml = (source: string): readonly HtmlToken[] => {
  const tokens: HtmlToken[] = [];
  const lineAt = countLines(source);
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => tokens.push({ kind: "open", name, attributes, line: lineAt(parser.startIndex) }),
      onclosetag: (name) => tokens.push({ kind: "close", name }),
      ontext: (text) => tokens.push({ kind: "text", text, line: lineAt(parser.startIndex) }),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(source);
  parser.end();
  return tokens;
};
