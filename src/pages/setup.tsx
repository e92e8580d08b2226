import ASSETS from "../../dist/addresses/assets.json";
import { SETUP } from "../standard-webhooks/operator-requests.ts";
import { Layout } from "./layout.tsx";
import type { PageContext } from "./page-context.ts";

/** `/setup`: only the room for it. Who has a setup link names a body here, and its first meeting, by signed events. */
export const SetupPage = ({ context }: { readonly context: PageContext }) => (
  <Layout
    context={context}
    path={`/${SETUP}`}
    title={context.page.setup}
    kind="console"
    style={ASSETS["console.css"]}
    script={ASSETS["setup.tsx"]}
  >
    <div id="setup">
      <noscript>
        <p class="notice">{context.page.consoleNeedsScripts}</p>
      </noscript>
    </div>
  </Layout>
);
