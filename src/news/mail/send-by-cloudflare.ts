import { fail, succeed } from "../../meeting/result.ts";
import { formatParagraphs, type MailText } from "../../reports/mail-text.ts";
import type { NewsOutcome } from "../../store/body/news-drain.ts";
import { listThreadHeaders, renderHtml, type MailHead } from "./write-mime.ts";

/** No value of a header has a line's end, whoever writes it down. */
// oxlint-disable-next-line no-control-regex -- what may not be there
const CONTROLS = /[\u0000-\u001F\u007F]+/g;

/** Hands a mail over to Cloudflare's mail service, which dates and numbers it itself: what is taken twice it sends twice. */
export const sendByCloudflare = async (
  service: SendEmail,
  { from, to }: { readonly from: string; readonly to: string },
  text: MailText,
  head: MailHead,
): Promise<NewsOutcome> => {
  try {
    await service.send({
      from,
      to,
      subject: text.subject.replaceAll(CONTROLS, " ").trim(),
      text: formatParagraphs(text.paragraphs),
      html: await renderHtml(text, head.language),
      headers: listThreadHeaders(head),
    });
    return succeed(undefined);
  } catch (error) {
    const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "no";
    return fail({ why: `Cloudflare's mail service said ${code}` });
  }
};
