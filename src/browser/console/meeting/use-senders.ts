import { useEffect, useState } from "preact/hooks";
import type { RoleName } from "../../../meeting/roles.ts";
import { askAboutKeys } from "../ask.ts";
import { useConsole } from "../context.ts";

interface Sender {
  readonly id: string;
  readonly name: string;
  readonly label?: string;
  readonly role?: RoleName;
}

/** By whom events came, by their ids: told to those who hold a key, and asked for once someone looks. */
export const useSenders = (isWanted: boolean): ReadonlyMap<string, string> => {
  const { address, key, clock, history, messages } = useConsole();
  const [senders, setSenders] = useState<readonly Sender[]>([]);
  const { body, meeting } = address;
  useEffect(() => {
    if (!isWanted || !key) return;
    const ask = async (): Promise<void> => {
      const told = await askAboutKeys<{ readonly senders: readonly Sender[] }>(key, { request: "senders.list", body, meeting }, clock);
      if (told.ok) setSenders(told.value.senders);
    };
    void ask();
  }, [isWanted, key, body, meeting, history, clock]);
  const { keys, invitation, own } = messages;
  const describe = ({ name, label, role }: Sender): string => {
    const office = role && (invitation.roles[role].split(/[:：]/)[0] ?? "");
    const words = [label ?? (name === "operator" ? keys.operator : office === undefined ? name : undefined), office];
    return words.filter((word) => word !== undefined).join(own.punctuation.comma);
  };
  return new Map(senders.map((sender) => [sender.id, describe(sender)]));
};
