import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { BodyRecord } from "../meeting/record.ts";
import { ENGLISH } from "../words/english.ts";
import { publisherText } from "../words/entry-texts.ts";
import { STYLE_PATH } from "./style.ts";

interface LayoutProps {
  readonly title: string;
  readonly feed?: string;
  readonly body?: BodyRecord;
  readonly children: Child;
}

/** The frame of every page. */
export const Layout = ({ title, feed, body, children }: LayoutProps) => (
  <>
    {raw("<!DOCTYPE html>")}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{title}</title>
        <link rel="stylesheet" href={STYLE_PATH} />
        {feed && <link rel="alternate" type="text/calendar" href={feed} />}
      </head>
      <body>
        {children}
        <footer>
          <p>{body ? publisherText(body, ENGLISH) : ENGLISH.unofficial}</p>
          <p>{ENGLISH.caution}</p>
        </footer>
      </body>
    </html>
  </>
);
