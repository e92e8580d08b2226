import { useRef, useState } from "preact/hooks";
import type { Text } from "../../../meeting/text.ts";
import { createWebhookId } from "../../../standard-webhooks/client.ts";
import { useConsole } from "../context.ts";
import { createSend, type SendResult } from "../send.ts";
import { listAddressees, type Addressee } from "./list-addressees.ts";

/** The meetings that a notice can be given to, and what each answered. */
interface Notices {
  /** Undefined until they are known. */
  readonly addressees: readonly Addressee[] | undefined;
  readonly answers: ReadonlyMap<Addressee, SendResult>;
  readonly load: () => Promise<void>;
  /** Gives it to each of them that does not have it yet. */
  readonly give: (text: Text, to: readonly Addressee[]) => Promise<void>;
  /** Begins another one. */
  readonly forget: () => void;
}

export const useNotices = (): Notices => {
  const { key, clock } = useConsole();
  const [addressees, setAddressees] = useState<readonly Addressee[]>();
  const [answers, setAnswers] = useState<ReadonlyMap<Addressee, SendResult>>(new Map());
  /** The same event again where its answer was lost. */
  const ids = useRef(new Map<Addressee, string>());
  const load = async (): Promise<void> => {
    if (!key || addressees) return;
    try {
      setAddressees(await listAddressees(key, clock, new Date(clock.now()).toISOString().slice(0, 10)));
    } catch {
      // Asked again when it is opened again.
    }
  };
  const giveOne = async (text: Text, to: Addressee): Promise<void> => {
    if (!key || answers.get(to)?.ok) return;
    const id = ids.current.get(to) ?? createWebhookId();
    ids.current.set(to, id);
    const result = await createSend(
      to.body,
      key,
      clock,
    )(id, (now) => ({
      type: "notice.given",
      timestamp: new Date(now).toISOString(),
      data: { body: to.body, meeting: to.meeting, text },
    }));
    if (!result.ok && result.error !== "unreachable") ids.current.delete(to);
    setAnswers((before) => new Map([...before, [to, result]]));
  };
  return {
    addressees,
    answers,
    load,
    give: async (text, to) => void (await Promise.all(to.map((one) => giveOne(text, one)))),
    forget: () => {
      ids.current.clear();
      setAnswers(new Map());
    },
  };
};
