import { useEffect, useMemo, useState } from "preact/hooks";
import type { ListedBody } from "../../api/schemas/bodies.ts";
import type { BodyRecord } from "../../meeting/record.ts";
import { readKey, type ConsoleKey } from "../console/key/key.ts";
import type { ConsoleMessages } from "../console/messages/messages.ts";
import { createClock } from "../console/server-clock.ts";
import { BodyForm } from "./body-form.tsx";
import { FirstMeeting } from "./first-meeting.tsx";

/** A body that was set up here, and the key that speaks for it. */
interface SetUp {
  readonly record: BodyRecord;
  readonly held: ConsoleKey;
}

/** Stands in the fragment in the place of the code once that is spent: `#/ctoc-cop-wg4`. */
const DONE = /^#\/([a-z0-9-]+)$/;

/** What was set up before the page was opened again. */
const readSetUp = async (): Promise<SetUp | undefined> => {
  const [, body] = DONE.exec(location.hash) ?? [];
  const held = body === undefined ? undefined : await readKey(body);
  if (!held) return undefined;
  const response = await fetch(`/${body}.json`);
  return response.ok ? { record: ((await response.json()) as ListedBody).record, held } : undefined;
};

/** From a setup link to an announced meeting. */
export const SetupApp = ({ messages }: { readonly messages: ConsoleMessages }) => {
  const { setup: say } = messages;
  const clock = useMemo(() => createClock(() => undefined), []);
  const [setUp, setSetUp] = useState<SetUp>();
  useEffect(() => void readSetUp().then(setSetUp), []);
  return (
    <>
      <div class="head">
        <h1>{setUp ? setUp.record.name : messages.page.setup}</h1>
        <p class="lead">{setUp ? say.next : say.lead}</p>
      </div>
      {setUp ? (
        <FirstMeeting {...setUp} messages={messages} clock={clock} />
      ) : (
        <BodyForm
          messages={messages}
          clock={clock}
          code={DONE.test(location.hash) ? "" : location.hash.slice(1)}
          onDone={(record, held) => {
            history.replaceState(null, "", `#/${record.id}`);
            setSetUp({ record, held });
          }}
        />
      )}
    </>
  );
};
