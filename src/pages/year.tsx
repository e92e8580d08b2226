import type { MeetingsOn } from "../calendar/views.ts";
import { Years } from "./bodies.tsx";
import { Layout } from "./layout.tsx";
import { MeetingList } from "./meeting-list.tsx";
import type { PageContext } from "./page-context.ts";

interface YearPageProps extends MeetingsOn {
  readonly context: PageContext;
  readonly year: string;
}

/** `/bodies/2010`: the meetings of all bodies in a year, the first first. */
export const YearPage = ({ context, year, meetings, years }: YearPageProps) => (
  <Layout
    context={context}
    path={`/bodies/${year}`}
    title={`${context.operator.name ?? "Plenary"}, ${year}`}
    description={context.page.tagline}
  >
    <div class="head">
      <h1>{year}</h1>
    </div>
    <div class="directory">
      <MeetingList meetings={meetings} level="h2" context={context} />
    </div>
    <Years years={years} shown={year} context={context} />
  </Layout>
);
