import ASSETS from "../../dist/addresses/assets.json";
import { formatMeetingPath } from "../calendar/addresses.ts";
import type { Programme } from "../meeting/record.ts";
import { chooseText } from "../meeting/text.ts";
import { Layout } from "./layout.tsx";
import { localizePath } from "../i18n/paths.ts";
import type { PageContext } from "./page-context.ts";

/** `/{body}/{meeting}/console`: only the room for it. What steers the meeting runs in the browser, and sends signed events. */
export const ConsolePage = ({ context, record }: { readonly context: PageContext; readonly record: Programme }) => {
  const { page, language, origin } = context;
  const { body, id } = record;
  return (
    <Layout
      context={context}
      path={`${formatMeetingPath(body.id, id)}/console`}
      title={`${page.console}: ${chooseText(record.title, language)}`}
      body={body}
      kind="console"
      style={ASSETS["console.css"]}
      script={ASSETS["console.tsx"]}
      manifest={localizePath(language, `${formatMeetingPath(body.id, id)}/console.webmanifest`)}
    >
      <div id="console" data-body={body.id} data-meeting={id} data-origin={origin}>
        <noscript>
          <p class="notice">{page.consoleNeedsScripts}</p>
        </noscript>
      </div>
    </Layout>
  );
};
