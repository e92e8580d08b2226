import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import ASSETS from "../../dist/addresses/assets.json";
import { formatBodyPath, OWN_PROGRAMME_PATH } from "../calendar/addresses.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import type { BodyRecord } from "../meeting/record.ts";
import { LANGUAGES } from "../meeting/text.ts";
import { formatPublisher } from "../i18n/entry-text.ts";
import { LANGUAGE_NAMES } from "../i18n/language-names.ts";
import type { ScriptMessages } from "../i18n/pages/messages.ts";
import { buildLiveAttributes } from "./live-attributes.ts";
import { localizePath } from "../i18n/paths.ts";
import { addLanguageQuery, type PageContext } from "./page-context.ts";

interface PageFrameProps {
  readonly context: PageContext;
  /** The page's own address without a language. */
  readonly path: string;
  readonly title: string;
  readonly description?: string;
  /** Of the calendar that the page is about. */
  readonly feed?: string | undefined;
  /** Whether what changes of it can be followed by readers of news. */
  readonly hasChanges?: boolean;
  /** schema.org, as JSON. */
  readonly data?: string | undefined;
  /** What the browser's style sheet should know of the page as a whole. */
  readonly kind?: string;
  /** Addresses of a style sheet and a script of the page's own. */
  readonly style?: string;
  readonly script?: string;
  readonly manifest?: string;
  readonly children: Child;
}

const pickScriptMessages = ({
  page: {
    copied,
    connectionLost,
    finder,
    live,
    more,
    notify,
    notified,
    pageChanged,
    new: isNew,
    next,
    now,
    nowPlanned,
    passed,
    stars: { keep },
    yourTime,
  },
}: PageContext): ScriptMessages => ({
  copied,
  connectionLost,
  finder,
  keep,
  live,
  more,
  notify,
  notified,
  pageChanged,
  new: isNew,
  next,
  now,
  nowPlanned,
  passed,
  yourTime,
});

/** The document around any page: what is said to browsers, search engines and those who share a link. */
export const PageFrame = ({
  context,
  path,
  title,
  description,
  feed,
  hasChanges,
  data,
  kind,
  style,
  script,
  manifest,
  children,
}: PageFrameProps) => {
  const { language, origin } = context;
  const canonical = `${origin}${path === "/" && language === "en" ? "/" : localizePath(language, path)}`;
  return (
    <>
      {raw("<!DOCTYPE html>")}
      <html lang={language} dir={language === "ar" ? "rtl" : "ltr"} class={kind}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          {kind === "embed" && <base target="_blank" />}
          <title>{title}</title>
          {description && <meta name="description" content={description} />}
          <link rel="stylesheet" href={ASSETS["style.css"]} />
          <script type="module" src={ASSETS["page.ts"]}></script>
          {style && <link rel="stylesheet" href={style} />}
          {script && <script type="module" src={script}></script>}
          {manifest && <link rel="manifest" href={manifest} />}
          <link rel="icon" href={ASSETS["icon.svg"]} type="image/svg+xml" />
          <link rel="apple-touch-icon" href={ASSETS["touch-icon.png"]} />
          <link rel="canonical" href={canonical} />
          {LANGUAGES.map((other) => (
            <link rel="alternate" hreflang={other} href={`${origin}${localizePath(other, path)}`} />
          ))}
          <link rel="alternate" hreflang="x-default" href={`${origin}${path}`} />
          {feed && <link rel="alternate" type="text/calendar" href={feed} />}
          {hasChanges && <link rel="alternate" type="application/atom+xml" href={addLanguageQuery(context, `${origin}${path}.atom`)} />}
          <meta property="og:type" content="website" />
          <meta property="og:site_name" content={context.operator.name ?? "Plenary"} />
          <meta property="og:title" content={title} />
          {description && <meta property="og:description" content={description} />}
          <meta property="og:url" content={canonical} />
          <meta property="og:locale" content={language} />
          {data && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: data }}></script>}
        </head>
        <body data-words={JSON.stringify(pickScriptMessages(context))}>{children}</body>
      </html>
    </>
  );
};

const LanguageSwitch = ({ context: { language, page }, path }: Pick<PageFrameProps, "context" | "path">) => (
  <nav class="languages" aria-label={page.languages}>
    <ul>
      {LANGUAGES.map((other) => (
        <li>
          <a href={localizePath(other, path)} hreflang={other} lang={other} aria-current={other === language ? "true" : undefined}>
            {LANGUAGE_NAMES[other]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

interface LayoutProps extends PageFrameProps {
  /** Whose page it is. */
  readonly body?: BodyRecord;
  /** Of a page about many: whether nobody answers for some of what is on it. */
  readonly isUnofficial?: boolean;
  /** The meeting that it shows as it is, and follows. */
  readonly meeting?: MeetingCalendar;
}

/** An ordinary page: where it belongs, in which languages it is, its content, and who answers for it. */
export const Layout = ({ body, meeting, isUnofficial = false, children, ...frame }: LayoutProps) => {
  const { context, path } = frame;
  const { language, messages, page, operator } = context;
  return (
    <PageFrame {...frame}>
      <a class="skip" href="#main">
        {page.skip}
      </a>
      <header class="bar">
        <nav class="place" aria-label="Plenary">
          <a class="brand" href={localizePath(language, "/")}>
            {operator.logoRights !== undefined && <img src="/logo.svg" alt="" width="28" height="28" />}
            <bdi>{operator.name ?? "Plenary"}</bdi>
          </a>
          {body && (
            <a href={localizePath(language, formatBodyPath(body.id))}>
              <bdi>{body.shortName ?? body.name}</bdi>
            </a>
          )}
        </nav>
        {body?.publisher !== undefined && <p class="publisher">{formatPublisher(body, messages)}</p>}
        <LanguageSwitch context={context} path={path} />
      </header>
      <main id="main" {...(meeting && buildLiveAttributes(meeting))}>
        {children}
      </main>
      <footer>
        {body && <p>{formatPublisher(body, messages)}</p>}
        {isUnofficial && <p>{messages.unofficial}</p>}
        <p>{messages.caution}</p>
        {operator.logoRights !== undefined && (
          <p>
            <bdi>{operator.logoRights}</bdi>
          </p>
        )}
        <p>
          <a href={localizePath(language, OWN_PROGRAMME_PATH)}>{messages.ownProgramme}</a>
        </p>
      </footer>
    </PageFrame>
  );
};
