import { formatMeetingPath } from "../calendar/addresses.ts";
import type { PageMessages } from "../i18n/pages/messages.ts";
import type { MissingCode } from "../i18n/pages/missing-code.ts";
import { localizePath } from "../i18n/paths.ts";
import { Layout } from "./layout.tsx";
import type { PageContext } from "./page-context.ts";

const isMissing = (code: string, { missing }: PageMessages): code is MissingCode => code in missing;

/** What is wrong, where the meeting is there. */
const OF_MEETING: ReadonlySet<string> = new Set(["no-such-slot", "no-such-item", "no-such-day", "no-such-version"]);

interface ProblemPageProps {
  readonly context: PageContext;
  /** Without a language. */
  readonly path: string;
  /** As programs get it. */
  readonly code: string;
}

/** What a person reads at an address that brings no page, with the ways to those that there are. */
export const ProblemPage = ({ context, path, code }: ProblemPageProps) => {
  const { page, language } = context;
  const said = isMissing(code, page) ? page.missing[code] : page.notShown;
  const [, body = "", meeting = ""] = path.split("/");
  return (
    <Layout context={context} path={path} title={said}>
      <div class="head">
        <h1>{said}</h1>
        <p>
          <code>{code}</code>
        </p>
      </div>
      <ul class="more">
        {OF_MEETING.has(code) && (
          <li>
            <a href={localizePath(language, formatMeetingPath(body, meeting))}>{page.toMeeting}</a>
          </li>
        )}
        <li>
          <a href={localizePath(language, "/")}>{page.bodies}</a>
        </li>
      </ul>
    </Layout>
  );
};
