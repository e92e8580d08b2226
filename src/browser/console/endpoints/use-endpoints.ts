import { useState } from "preact/hooks";
import type { Endpoint, ListedEndpoint } from "../../../meeting/endpoint.ts";
import { createWebhookId, type SentProblem } from "../../../standard-webhooks/client.ts";
import { useConsole } from "../context.ts";
import { describeProblem } from "../error-messages.ts";
import { askEndpoints } from "./ask-endpoints.ts";

/** The endpoints of the body, as far as this key may know them, and what can be done with them. */
export const useEndpoints = () => {
  const context = useConsole();
  const { address, messages, send } = context;
  const [endpoints, setEndpoints] = useState<readonly ListedEndpoint[]>();
  const [wrong, setWrong] = useState<string>();
  const explain = (error: SentProblem | "unreachable"): void =>
    setWrong(error === "unreachable" ? messages.setup.noLine : describeProblem(error, context));

  const load = async (): Promise<void> => {
    const listed = await askEndpoints(context, "endpoints.list");
    if (listed.ok) setEndpoints(listed.value.endpoints);
    else explain(listed.error);
  };
  const tell = async (type: string, data: object): Promise<boolean> => {
    if (!send) return false;
    setWrong(undefined);
    const timed = (now: number) => ({ type, timestamp: new Date(now).toISOString(), data: { body: address.body, ...data } });
    const sent = await send(createWebhookId(), timed);
    if (sent.ok) await load();
    else explain(sent.error);
    return sent.ok;
  };
  return {
    endpoints,
    wrong,
    load,
    add: (endpoint: Endpoint): Promise<boolean> => tell("endpoint.added", { endpoint }),
    remove: (name: string): Promise<boolean> => tell("endpoint.removed", { name }),
    /** What its receiver made of a message that says nothing: undefined where it took it. */
    test: async (name: string): Promise<{ readonly why?: string } | undefined> => {
      const tested = await askEndpoints(context, "endpoints.test", name);
      if (!tested.ok) explain(tested.error);
      return tested.ok ? tested.value : undefined;
    },
    readSecret: async (name: string): Promise<string | undefined> => {
      const told = await askEndpoints(context, "endpoints.secret", name);
      if (!told.ok) explain(told.error);
      return told.ok ? told.value.secret : undefined;
    },
  };
};

export type Endpoints = ReturnType<typeof useEndpoints>;
