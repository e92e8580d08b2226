import { useState } from "preact/hooks";
import type { ListedEndpoint } from "../../../meeting/endpoint.ts";
import { interpolate } from "../../../meeting/interpolate.ts";
import { useConsole } from "../context.ts";
import type { EndpointMessages } from "../messages/endpoint-messages.ts";
import type { Endpoints } from "./use-endpoints.ts";

const describeState = ({ waiting, failures, failure, ended }: ListedEndpoint, say: EndpointMessages): string => {
  if (ended !== undefined) return say.ended[ended];
  if (failures > 0) return interpolate(say.failing, { failures: String(failures), why: failure ?? "" });
  return waiting > 0 ? interpolate(say.waiting, { waiting: String(waiting) }) : say.well;
};

interface RowProps {
  readonly endpoint: ListedEndpoint;
  readonly endpoints: Endpoints;
}

/** One endpoint: how it fares, and what can be done with it. Of its address the host alone is told. */
export const EndpointRow = ({ endpoint, endpoints }: RowProps) => {
  const { messages } = useConsole();
  const { endpoints: say, own } = messages;
  const { name, host, meetings, languages = ["en"], failures, ended } = endpoint;
  const [answer, setAnswer] = useState<string>();
  const [secret, setSecret] = useState<string>();
  const [isSure, setSure] = useState(false);
  const test = async (): Promise<void> => {
    const tested = await endpoints.test(name);
    if (tested) setAnswer(tested.why === undefined ? say.taken : interpolate(say.notTaken, { why: tested.why }));
  };
  const showSecret = async (): Promise<void> => setSecret(await endpoints.readSecret(name));
  return (
    <li>
      <p>
        <b dir="ltr">{name}</b> <span dir="ltr">{host}</span>
      </p>
      <p class="soft">{[...(meetings ?? [say.allMeetings]), languages.join(" ")].join(own.punctuation.comma)}</p>
      <p class={failures > 0 || ended !== undefined ? "wrong" : "good"}>{describeState(endpoint, say)}</p>
      <div class="bar">
        <button type="button" onClick={() => void test()}>
          {say.test}
        </button>
        <button type="button" class="quiet" onClick={() => void showSecret()}>
          {say.showSecret}
        </button>
        <button type="button" class="quiet ending" onClick={() => (isSure ? void endpoints.remove(name) : setSure(true))}>
          {isSure ? say.removeSure : say.remove}
        </button>
      </div>
      <div role="status">
        {answer !== undefined && <p>{answer}</p>}
        {secret !== undefined && (
          <p>
            <code dir="ltr">{secret}</code>
          </p>
        )}
      </div>
    </li>
  );
};
