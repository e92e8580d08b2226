import { detectLanguage, chooseText, type Text } from "../meeting/text.ts";
import { findStandardTitle } from "../i18n/standard-items.ts";
import type { PageContext } from "./page-context.ts";

/** A title of the record: in the reader's language or else in one that it has, and marked as such. */
export const TitleText = ({ title, context: { language } }: { readonly title: Text; readonly context: PageContext }) => {
  const text = chooseText(title, language);
  const own = detectLanguage(title, language);
  return <bdi lang={own === language ? undefined : own}>{text}</bdi>;
};

/** The same of an item: those of every agenda have a title of ours in each language. */
export const ItemTitle = ({ title, context }: { readonly title: Text; readonly context: PageContext }) => {
  const ours = findStandardTitle(title, context.language);
  if (ours === undefined) return <TitleText title={title} context={context} />;
  return (
    <>
      <bdi>{ours}</bdi> <span class="soft">({context.messages.ourTranslation})</span>
    </>
  );
};
