import ASSETS from "../../dist/addresses/assets.json";
import { formatMeetingPath } from "../calendar/addresses.ts";
import type { Programme } from "../meeting/record.ts";
import { chooseText } from "../meeting/text.ts";
import { localizePath } from "../i18n/paths.ts";
import type { PageContext } from "./page-context.ts";

/** What a device needs to put a meeting's console on its home screen (Web Application Manifest). */
export const buildConsoleManifest = ({ language, page }: PageContext, { body, id, title }: Programme) => {
  const address = localizePath(language, `${formatMeetingPath(body.id, id)}/console`);
  return {
    id: address,
    start_url: address,
    scope: address,
    name: `${page.console}: ${chooseText(title, language)}`,
    short_name: body.shortName ?? body.id,
    lang: language,
    dir: language === "ar" ? "rtl" : "ltr",
    display: "standalone",
    background_color: "#fbfaf7",
    theme_color: "#12527f",
    icons: [{ src: ASSETS["icon.svg"], sizes: "any", type: "image/svg+xml", purpose: "any" }],
  };
};
