import { printDocument, type PrintedDocument } from "../../machines/meeting/printed-documents.ts";
import type { BodyRecord, Programme } from "../meeting/record.ts";
import { chooseText } from "../meeting/text.ts";
import { formatDocumentLink, formatDocumentMarks } from "../i18n/entry-text.ts";
import type { PageContext } from "./page-context.ts";
import { TitleText } from "./title.tsx";

interface ListedDocument extends PrintedDocument {
  /** Whose document it is, which says where it is to be found. */
  readonly body: BodyRecord;
}

/** Documents by their symbols, in the reader's language where its body says how. */
export const DocumentList = ({ documents, context }: { readonly documents: readonly ListedDocument[]; readonly context: PageContext }) => {
  const { messages, language } = context;
  if (documents.length === 0) return null;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{messages.documents}</h2>
      <ul class="documents">
        {documents.map((document) => (
          <li>
            <a href={formatDocumentLink(document.body, document.symbol, language)}>
              <bdi dir="ltr">{document.symbol}</bdi>
            </a>
            {document.title !== undefined && chooseText(document.title, language) !== "" && (
              <span>
                <TitleText title={document.title} context={context} />
              </span>
            )}
            {formatDocumentMarks(document, messages)}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Every document of a meeting, that of the agenda first. */
export const listMeetingDocuments = (
  { agenda: { symbol }, body, documents, languages }: Programme,
  { page }: PageContext,
): readonly ListedDocument[] => [
  ...(symbol === undefined ? [] : [{ symbol, title: page.agenda, body }]),
  ...(documents ?? []).map((document) => ({ ...printDocument(document, languages), body })),
];
