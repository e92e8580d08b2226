import type { News } from "../news.ts";

/** As Slack asks: what is text is not taken for a link or a mention. Mattermost reads it alike. */
const escapeText = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A message for an incoming webhook of Slack, or of Mattermost, which reads the text and knows no blocks; undefined where there is nothing to say. */
export const formatSlackMessage = ({ data: { sentences, pages } }: News, language: string): { readonly text: string } | undefined => {
  const said = sentences?.[language];
  const page = pages?.[language];
  if (!said) return undefined;
  const lines = [said.text, ...said.words, ...said.revision].map(escapeText);
  return { text: [...lines, ...(page === undefined ? [] : [`<${page}>`])].join("\n") };
};
