import { html } from "hono/html";
import type { Language } from "../../meeting/text.ts";
import { formatParagraphs, type MailText } from "../../reports/mail-text.ts";

/** What a mail says of itself beside its words. All of it follows from what it is about, so that equal mails are equal bytes. */
export interface MailHead {
  readonly language: Language;
  /** Milliseconds of the epoch, of the last change that it tells of. */
  readonly date: number;
  /** Of the mail, and of the thread that all of a meeting's belong to, each unique for ever. */
  readonly id: string;
  readonly thread: string;
  /** What else stands above, made of ids and addresses and never of what somebody wrote. */
  readonly more?: Readonly<Record<string, string>>;
}

const encodeBase64 = (text: string): string => new TextEncoder().encode(text).toBase64();

/** Octets of a word (RFC 2047 §2): 75 characters, what stands around it among them. */
const WORD = 42;

/** As few encoded words as there may be, each of whole characters. */
const splitWords = (text: string): readonly string[] => {
  const words: string[] = [""];
  for (const character of text) {
    const longer = (words.at(-1) ?? "") + character;
    if (new TextEncoder().encode(longer).length > WORD) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words;
};

/** A value of a header: on one line whatever it was, so that none becomes another header; what is not ASCII is encoded. */
export const encodeHeader = (value: string): string => {
  // oxlint-disable-next-line no-control-regex -- what may not be there
  const line = value.replaceAll(/[\u0000-\u001F\u007F]+/g, " ").trim();
  if (/^[\x20-\x7E]*$/.test(line) && line.length <= WORD && !line.includes("=?")) return line;
  return splitWords(line)
    .map((word) => `=?UTF-8?B?${encodeBase64(word)}?=`)
    .join("\r\n ");
};

/** 76 characters a line (RFC 2045 §6.8). */
const encodeBody = (text: string): string =>
  encodeBase64(text)
    .match(/.{1,76}/g)
    ?.join("\r\n") ?? "";

const isAddress = (line: string): boolean => /^https?:\/\/\S+$/.test(line);

const renderLine = (words: string) => (isAddress(words) ? html`<a href="${words}">${words}</a>` : words);

/** No picture, no script, no link but those that are to be read: nothing in it tells anyone that it was opened. */
export const renderHtml = async ({ subject, paragraphs }: MailText, language: Language): Promise<string> => {
  const direction = language === "ar" ? "rtl" : "ltr";
  return String(
    await html`<!doctype html>
      <html lang="${language}" dir="${direction}">
        <head>
          <meta charset="utf-8" />
          <title>${subject}</title>
        </head>
        <body style="font: 16px/1.5 sans-serif; max-width: 40em">
          ${paragraphs.map(
            ([first = "", ...rest]) =>
              html`<p>
                ${rest.length > 0 ? html`<b>${first}</b>` : renderLine(first)}${rest.map((words) => html`<br />${renderLine(words)}`)}
              </p> `,
          )}
        </body>
      </html>`,
  );
};

/** What a mail belongs to and which language it is in: as it is said whoever hands it over. */
export const listThreadHeaders = ({ thread, language, more }: MailHead): Readonly<Record<string, string>> => ({
  ...more,
  references: `<${thread}>`,
  "in-reply-to": `<${thread}>`,
  "content-language": language,
});

/** A mail as it goes over the wire (RFC 5322, RFC 2045): in plain text, and the same in HTML. */
export const writeMime = async (text: MailText, head: MailHead): Promise<string> => {
  const { language, date, id } = head;
  const boundary = `=_${id.replaceAll(/[^a-z0-9]/g, "_")}`;
  const part = (type: string, content: string): readonly string[] => [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    "Content-Transfer-Encoding: base64",
    "",
    encodeBody(content),
  ];
  return [
    ...Object.entries(listThreadHeaders(head)).map(([name, value]) => `${name}: ${value}`),
    `subject: ${encodeHeader(text.subject)}`,
    `date: ${new Date(date).toUTCString().replace("GMT", "+0000")}`,
    `message-id: <${id}>`,
    "mime-version: 1.0",
    `content-type: multipart/alternative; boundary="${boundary}"`,
    "",
    ...part("text/plain", formatParagraphs(text.paragraphs)),
    ...part("text/html", await renderHtml(text, language)),
    `--${boundary}--`,
    "",
  ].join("\r\n");
};
