import { REFUSALS } from "../../machines/meeting/refusals.ts";
import { WARNINGS } from "../../machines/meeting/warnings.ts";
import { EVENT_DESCRIPTORS } from "../meeting/event-descriptors.ts";
import { EVENT_GROUP_NAMES } from "../meeting/event-groups.ts";
import { LIMITS } from "../meeting/limits.ts";
import { PROBLEMS } from "../http/problems.ts";
import { Layout } from "./layout.tsx";
import type { PageContext } from "./page-context.ts";

const Events = () => (
  <>
    {[...Map.groupBy(EVENT_DESCRIPTORS, ({ group }) => (group === undefined ? "Sent by the operator" : EVENT_GROUP_NAMES[group]))].map(
      ([heading, events]) => (
        <>
          <h3>{heading}</h3>
          <Table rows={events.map(({ type, description }) => [type, description])} />
        </>
      ),
    )}
  </>
);

const Table = ({ rows }: { readonly rows: readonly (readonly [string, string])[] }) => (
  <dl>
    {rows.map(([code, sentence]) => (
      <>
        <dt id={code}>
          <code>{code}</code>
        </dt>
        <dd>{sentence}</dd>
      </>
    ))}
  </dl>
);

/** `/problems`: every event, every answer but success, every reason of a refusal, and every warning, as programs get them: in English. */
export const ProblemsPage = ({ context }: { readonly context: PageContext }) => (
  <Layout context={context} path="/problems" title="Events, problems, refusals and warnings">
    <div lang="en" dir="ltr">
      <div class="head">
        <h1>Events, problems, refusals and warnings</h1>
        <p>
          What may be asked and sent is described in <a href="/openapi.json">openapi.json</a>, each event in{" "}
          <a href="/events.schema.json">events.schema.json</a>.
        </p>
      </div>
      <h2>Events</h2>
      <Events />
      <h2>Problems</h2>
      <Table rows={Object.entries(PROBLEMS).map(([code, { status, title }]) => [code, `${status}: ${title}`])} />
      <h2>Why an event is impossible now</h2>
      <Table rows={Object.entries(REFUSALS)} />
      <h2>What is accepted with a warning</h2>
      <Table rows={Object.entries(WARNINGS)} />
      <h2>Limits</h2>
      <Table
        rows={Object.entries(LIMITS).map(([name, { max, description, response }]) => [
          `limit-${name}`,
          `At most ${max} ${description}. Beyond it: ${response}`,
        ])}
      />
    </div>
  </Layout>
);
