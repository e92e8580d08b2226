import ASSETS from "../../dist/addresses/assets.json";
import { meetingPath } from "../calendar/addresses.ts";
import type { MeetingRecord } from "../meeting/record.ts";
import { titleIn } from "../meeting/text.ts";
import { Layout } from "./layout.tsx";
import { pathIn, type Reader } from "./page-context.ts";

/** `/{body}/{meeting}/console`: only the room for it. What steers the meeting runs in the browser, and sends signed events. */
export const ConsolePage = ({ reader, record }: { readonly reader: Reader; readonly record: MeetingRecord }) => {
  const { page, language, origin } = reader;
  const { body, id } = record;
  return (
    <Layout
      reader={reader}
      path={`${meetingPath(body.id, id)}/console`}
      title={`${page.console}: ${titleIn(record.title, language)}`}
      body={body}
      kind="console"
      style={ASSETS["console.css"]}
      script={ASSETS["console.tsx"]}
      manifest={pathIn(language, `${meetingPath(body.id, id)}/console.webmanifest`)}
    >
      <div id="console" data-body={body.id} data-meeting={id} data-origin={origin}>
        <noscript>
          <p class="notice">{page.consoleNeedsScripts}</p>
        </noscript>
      </div>
    </Layout>
  );
};
