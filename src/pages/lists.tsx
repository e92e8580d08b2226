import { lifecycleOf } from "../../machines/agenda.ts";
import { bodyPath, meetingPath } from "../calendar/addresses.ts";
import type { BodyOverview } from "../calendar/views.ts";
import type { BodyRecord } from "../meeting/record.ts";
import { titleIn } from "../meeting/text.ts";
import { ENGLISH } from "../words/english.ts";
import { Layout } from "./layout.tsx";

/** `/`: the bodies whose meetings can be followed here. */
export const BodiesPage = ({ bodies }: { readonly bodies: readonly BodyRecord[] }) => (
  <Layout title="Plenary">
    <header>
      <h1>Plenary</h1>
      <p class="soft">The agenda of each meeting, in the calendar that you already use.</p>
    </header>
    <main>
      {bodies.length === 0 && <p>No body is registered yet.</p>}
      {bodies.map((body) => (
        <section class="slot">
          <h3>
            <a href={bodyPath(body.id)}>{body.name}</a>
          </h3>
          {body.parent && <p class="soft">{body.parent}</p>}
        </section>
      ))}
    </main>
  </Layout>
);

/** A body's page: its meetings, the latest first. */
export const BodyPage = ({ record, meetings }: BodyOverview) => (
  <Layout title={record.name} body={record}>
    <header>
      {record.parent && <p class="soft">{record.parent}</p>}
      <h1>{record.name}</h1>
    </header>
    <main>
      {meetings.length === 0 && <p>No meeting is announced yet.</p>}
      {meetings.map(({ record: meeting, agenda }) => (
        <section class="slot">
          <h3>
            <a href={meetingPath(record.id, meeting.id)}>{titleIn(meeting.title, "en")}</a>
          </h3>
          <p class="soft">
            {[meeting.city, ENGLISH.dates.days(meeting.opensOn, meeting.closesOn)].filter(Boolean).join(", ")} ·{" "}
            {ENGLISH.lifecycle[lifecycleOf(agenda)]}
          </p>
        </section>
      ))}
    </main>
  </Layout>
);
