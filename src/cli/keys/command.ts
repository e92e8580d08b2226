import type { PostResult } from "../../standard-webhooks/client.ts";
import { addKey, listKeys, newPair, revokeKey, type At, type NewKey } from "./keys.ts";

export interface KeyOptions {
  readonly meeting?: string | undefined;
  readonly public?: string | undefined;
  readonly derived?: boolean | undefined;
  readonly bearer?: boolean | undefined;
  readonly generation?: string | undefined;
  readonly events?: string | undefined;
  readonly until?: string | undefined;
}

const proofOf = ({ public: publicKey, derived, bearer }: KeyOptions): NewKey["proof"] | undefined => {
  const proofs: readonly NewKey["proof"][] = [
    ...(publicKey === undefined ? [] : [{ publicKey }]),
    ...(derived ? ["derived" as const] : []),
    ...(bearer ? ["bearer" as const] : []),
  ];
  return proofs.length === 1 ? proofs[0] : undefined;
};

const generationOf = ({ generation }: KeyOptions): { readonly generation?: number } =>
  generation === undefined ? {} : { generation: Number(generation) };

const print = (words: readonly string[]): void => console.log(words.join("\n"));

/**
 * `keys new | list | add NAME | revoke NAME`: gives the exit status, or undefined where something is missing.
 * @param at asks for the operator's key, which "new" does without
 * @param report prints an answer and gives the exit status
 */
export const keysCommand = async (
  [action, name]: readonly (string | undefined)[],
  options: KeyOptions,
  at: () => At | undefined,
  report: (sent: PostResult) => number,
): Promise<number | undefined> => {
  if (action === "new") {
    print(await newPair());
    return 0;
  }
  const place = at();
  if (!place) return undefined;
  if (action === "list") {
    print(await listKeys(place));
    return 0;
  }
  if (name === undefined) return undefined;
  if (action === "revoke") return report(await revokeKey(place, name, generationOf(options).generation));
  const proof = proofOf(options);
  if (action !== "add" || proof === undefined) return undefined;
  const { meeting, events, until } = options;
  const { sent, words } = await addKey(place, {
    name,
    proof,
    ...generationOf(options),
    ...(meeting !== undefined && { meeting }),
    ...(events !== undefined && { events: events.split(",") }),
    ...(until !== undefined && { until }),
  });
  if (sent.ok) print(words);
  return report(sent);
};
