import { useCallback, useEffect, useState } from "preact/hooks";
import { formatLocalTime } from "../../../meeting/local-time.ts";
import type { ListedKey } from "../../../meeting/body-key.ts";
import { interpolate } from "../../../meeting/interpolate.ts";
import { createWebhookId, type SentProblem } from "../../../standard-webhooks/client.ts";
import { askAboutKeys } from "../ask.ts";
import { useConsole } from "../context.ts";
import { describeProblem } from "../error-messages.ts";
import { KeyRow } from "./key-row.tsx";

/** Who may send for the body, until when, and when they last did; each can be ended here. */
export const KeysPanel = () => {
  const context = useConsole();
  const { messages, address, meeting, key, clock, send } = context;
  const { keys: say, own } = messages;
  const [isOpen, setOpen] = useState(false);
  const [listed, setListed] = useState<readonly ListedKey[]>([]);
  const [wrong, setWrong] = useState<string>();
  const { body } = address;
  const sayWrong = (error: SentProblem | "unreachable"): void =>
    setWrong(error === "unreachable" ? messages.setup.noLine : describeProblem(error, context));
  const list = useCallback(async () => {
    if (!key) return;
    const told = await askAboutKeys<{ readonly keys: readonly ListedKey[] }>(key, { request: "keys.list", body }, clock);
    if (told.ok) setListed(told.value.keys);
    else sayWrong(told.error);
  }, [key, body, clock]);
  useEffect(() => {
    if (isOpen) void list();
  }, [isOpen, list]);
  const revoke = async ({ name, generation }: ListedKey): Promise<void> => {
    const sent = await send?.(createWebhookId(), (now) => ({
      type: "key.revoked",
      timestamp: new Date(now).toISOString(),
      data: { body, name, ...(generation !== undefined && { generation }) },
    }));
    if (sent?.ok) await list();
    else if (sent) sayWrong(sent.error);
  };
  const formatTime = (instant: string): string => {
    const local = formatLocalTime(Date.parse(instant), meeting.record.timezone);
    return `${own.dates.day(local)}${own.punctuation.comma}${own.dates.time(local)}`;
  };
  return (
    <details class="keys" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{say.title}</h2>
      </summary>
      {wrong !== undefined && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <ul class="past">
        {listed.map((one) => (
          <KeyRow
            key={`${one.name}.${one.generation ?? 1}`}
            listed={one}
            isOwn={one.fingerprint !== undefined && one.fingerprint === key?.fingerprint}
            until={one.until === undefined ? say.noEnd : interpolate(say.until, { time: formatTime(one.until) })}
            used={one.lastUsed === undefined ? say.neverUsed : interpolate(say.lastUsed, { time: formatTime(one.lastUsed) })}
            onRevoke={() => void revoke(one)}
          />
        ))}
      </ul>
    </details>
  );
};
