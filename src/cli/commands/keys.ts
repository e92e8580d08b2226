import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { RIGHTS } from "../../meeting/body-key.ts";
import { getRoleLimits, ROLE_NAMES } from "../../meeting/roles.ts";
import { sendKey, createKeyPair, fetchKeys, revokeKey, type KeyContext, type NewKey } from "../keys/keys.ts";
import { BODY, JSON_ANSWER, SERVICE_URL } from "../options.ts";
import { createSender } from "../send/credentials.ts";
import { printAnswer } from "../send/print-answer.ts";

const parseGeneration = (text: string): number => {
  const generation = Number(text);
  if (!Number.isInteger(generation)) throw new InvalidArgumentError("It must be a number.");
  return generation;
};

const GENERATION = new Option("--generation <number>", "which of the keys of this name").argParser(parseGeneration);

const createContext = ({ url, body }: { readonly url: string; readonly body: string }): KeyContext => ({
  sender: createSender(url),
  body,
  now: Date.now(),
});

const print = (lines: readonly string[]): void => console.log(lines.join("\n"));

const newCommand = new Command("new")
  .description("Make an Ed25519 pair, on the sender's own machine.")
  .action(async () => print(await createKeyPair()));

const listCommand = new Command("list")
  .description("List a body's keys, with their limits.")
  .addOption(BODY)
  .addOption(SERVICE_URL)
  .action(async (options) => print(await fetchKeys(createContext(options))));

interface ProofOptions {
  readonly public?: string | undefined;
  readonly derived?: true | undefined;
  readonly bearer?: true | undefined;
}

const readProof = ({ public: publicKey, derived, bearer }: ProofOptions): NewKey["proof"] | undefined => {
  const proofs: readonly NewKey["proof"][] = [
    ...(publicKey === undefined ? [] : [{ publicKey }]),
    ...(derived ? ["derived" as const] : []),
    ...(bearer ? ["bearer" as const] : []),
  ];
  return proofs.length === 1 ? proofs[0] : undefined;
};

const addCommand = new Command("add")
  .description("Let a key speak for a body.")
  .argument("<name>", "what it is called in the log")
  .addOption(BODY)
  .option("--public <key>", "a public key, whpk_...")
  .option("--derived", "a secret derived from the operator's")
  .option("--bearer", "a bearer token")
  .addOption(GENERATION)
  .option("--meeting <id>", "of this meeting alone")
  .addOption(new Option("--role <role>", "what a role of the secretariat may").choices(ROLE_NAMES).conflicts(["events", "rights"]))
  .option("--events <types>", "these events alone, separated by commas", (text: string) => text.split(","))
  .addOption(
    new Option(
      "--rights <rights...>",
      "what it may do beside: replace, to state a programme anew; keys, to make keys; endpoints, to name where news goes; news, to clear it",
    ).choices(RIGHTS),
  )
  .option("--until <time>", "when it ends")
  .addOption(SERVICE_URL)
  .addOption(JSON_ANSWER)
  .action(async (name, { generation, meeting, role, events, rights, until, json, ...options }, command) => {
    const proof = readProof(options);
    if (proof === undefined) return command.error("error: name one of --public, --derived and --bearer");
    const { sent, words } = await sendKey(createContext(options), {
      name,
      proof,
      ...(generation !== undefined && { generation }),
      ...(meeting !== undefined && { meeting }),
      ...(role !== undefined && getRoleLimits(role)),
      ...(events !== undefined && { events }),
      ...(rights !== undefined && { rights }),
      ...(until !== undefined && { until }),
    });
    if (sent.ok) print(words);
    process.exitCode = printAnswer(sent, json);
  });

const revokeCommand = new Command("revoke")
  .description("End a key at once: one generation of its name, or all.")
  .argument("<name>", "what it is called in the log")
  .addOption(BODY)
  .addOption(GENERATION)
  .addOption(SERVICE_URL)
  .addOption(JSON_ANSWER)
  .action(async (name, { generation, json, ...options }) => {
    process.exitCode = printAnswer(await revokeKey(createContext(options), name, generation), json);
  });

export const keysCommand = new Command("keys")
  .description("A body's own keys: public keys, secrets derived from the operator's, and bearer tokens.")
  .addCommand(newCommand)
  .addCommand(listCommand)
  .addCommand(addCommand)
  .addCommand(revokeCommand)
  .addHelpText("after", "\nThe operator's key in PLENARY_KEY signs.");
