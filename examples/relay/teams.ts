import type { News } from "../news.ts";

/** Runs of text, which no Markdown is looked for in. */
const writeParagraph = (text: string, style: object = {}) => ({ type: "RichTextBlock", inlines: [{ type: "TextRun", text, ...style }] });

/** A message for Teams' Workflows ("when a webhook request is received"): one adaptive card; undefined where there is nothing to say. */
export const formatTeamsMessage = ({ data: { sentences, pages } }: News, language: string) => {
  const said = sentences?.[language];
  const page = pages?.[language];
  if (!said) return undefined;
  const content = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.5",
    rtl: language === "ar",
    fallbackText: said.text,
    body: [
      writeParagraph(said.text, { weight: "Bolder" }),
      ...[...said.words, ...said.revision].map((words) => writeParagraph(words)),
      ...(page === undefined
        ? []
        : [{ type: "ActionSet", actions: [{ type: "Action.OpenUrl", title: new URL(page).pathname, url: page }] }]),
    ],
  };
  return { type: "message", attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content }] };
};
