import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { BodyRecord } from "../meeting/record.ts";
import { ENGLISH } from "../words/en.ts";
import { publisherText } from "../words/entry-texts.ts";
import ASSETS from "../../dist/addresses/assets.json";

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
        <link rel="icon" type="image/svg+xml" href={ASSETS["icon.svg"]} />
        <link rel="stylesheet" href={ASSETS["style.css"]} />
        <script type="module" src={ASSETS["page.ts"]}></script>
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
