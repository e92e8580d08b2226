import { detectLanguage, chooseText, type Text } from "../meeting/text.ts";
import type { PageContext } from "./page-context.ts";

/** A title of the record: in the reader's language or else in one that it has, and marked as such. */
export const TitleText = ({ title, context: { language } }: { readonly title: Text; readonly context: PageContext }) => {
  const text = chooseText(title, language);
  const own = detectLanguage(title, language);
  return <bdi lang={own === language ? undefined : own}>{text}</bdi>;
};
