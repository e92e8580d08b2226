import { parseArgs } from "node:util";
import { announce, readRecord, sendRevision } from "./send/announce.ts";
import { getStatecharts, writeDiagrams } from "./diagram.ts";
import { readDevelopmentKey } from "./service/development-key.ts";
import { importCommand } from "./import/command.ts";
import { keysCommand } from "./keys/command.ts";
import { splitSecrets } from "../standard-webhooks/operator-secrets.ts";
import { createWebhookId, type EventMessage, type PostResult } from "../standard-webhooks/client.ts";
import { exportFile, importFile, verifyFile } from "./log/command.ts";
import { readText, sendEvent, type Sender } from "./send/client.ts";
import { readStory } from "./send/event-file.ts";
import { backup } from "./operations/backup.ts";
import { buildService } from "./service/build.ts";
import { doctor } from "./operations/doctor.ts";
import { findingLines, statusOf, type Finding } from "./operations/finding.ts";
import { restoreDrill } from "./operations/restore-drill.ts";
import { serve } from "./service/serve.ts";
import { DEFAULT_PORT, start } from "./service/start.ts";

const USAGE = `usage:
  npm start -- [--port N] [--state DIR] [--rehearse]
  npm run build
  npm run serve -- [--port N] [--state DIR]
  npm run plenary -- backup --backups DIR [--state DIR]
  npm run plenary -- restore-drill --backups DIR
  npm run plenary -- doctor URL [--backups DIR]
  npm run plenary -- send TYPE --body ID [--meeting ID] [--data JSON] [--at TIME] [--url URL] [--dry-run] [--json]
  npm run plenary -- report --body ID --meeting ID [--url URL]
  npm run plenary -- send-all FILE --body ID --meeting ID [--url URL]
  npm run diagram
  npm run plenary -- announce FILE [--url URL] [--dry-run] [--json]
  npm run plenary -- log export FILE --body ID [--url URL]
  npm run plenary -- log verify FILE [--unproved]
  npm run plenary -- log import FILE [--url URL] [--unproved]
  npm run plenary -- keys new
  npm run plenary -- keys list --body ID [--url URL]
  npm run plenary -- keys add NAME --body ID (--public whpk_... | --derived | --bearer) [--generation N]
           [--meeting ID] [--events A,B] [--until TIME] [--url URL]
  npm run plenary -- keys revoke NAME --body ID [--generation N] [--url URL]
  npm run plenary -- import FILE [--set NAME=VALUE ...] [--json] [--revise] [--send [--url URL] [--dry-run]]

restore-drill makes a service of the newest backup, reads all of it, folds its logs anew and deletes it.
doctor looks at a service and changes nothing; it signs with the key in PLENARY_OPERATOR_KEY, or with the development key.
send, send-all and announce sign with the key in PLENARY_KEY, or with the development key that "npm start" made.
log moves a body: its whole log to a file, checked, and into an empty body of another service; the operator's key signs.
What no key in PLENARY_KEY proves is refused, but with --unproved; several keys are separated by spaces, and the first signs.
keys are of one body, added and revoked by the operator's: a public key, a secret derived from the operator's, or a bearer token.
--at says when it happened (2010-01-27T09:20:00Z), if not now. send-all sends each line of a file, a JSON object with type,
timestamp, data (a record as its file) and, if it is referred to later, id. report drafts paragraphs for the report from what was reported.
import reads an agenda (.txt, .html, .docx) and writes data/meetings/BODY-MEETING.json when nothing is missing.
--set supplies what the document lacks; --revise replaces a record that is there, --send sends it as agenda.revised.`;

const OPTIONS = {
  port: { type: "string" },
  state: { type: "string" },
  backups: { type: "string" },
  rehearse: { type: "boolean" },
  body: { type: "string" },
  meeting: { type: "string" },
  data: { type: "string" },
  at: { type: "string" },
  url: { type: "string" },
  "dry-run": { type: "boolean" },
  json: { type: "boolean" },
  set: { type: "string", multiple: true },
  revise: { type: "boolean" },
  send: { type: "boolean" },
  public: { type: "string" },
  derived: { type: "boolean" },
  bearer: { type: "boolean" },
  generation: { type: "string" },
  events: { type: "string" },
  until: { type: "string" },
  unproved: { type: "boolean" },
} as const;

/** What the person at the keyboard can mend. */
class UsageError extends Error {}

const parse = (args: string[]) => {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};
type Options = ReturnType<typeof parse>["values"];

const urlOf = ({ url }: Options): string => (url ?? `http://localhost:${DEFAULT_PORT}`).replace(/\/+$/, "");

type KeySetting = "PLENARY_KEY" | "PLENARY_OPERATOR_KEY";

const settingOf = (name: KeySetting): string | undefined => process.env[name] || readDevelopmentKey();

/** Of an operator's two keys, while one replaces the other, the first signs. */
const secretOf = (name: KeySetting): string | undefined => splitSecrets(settingOf(name) ?? "")[0];

const senderFor = (options: Options): Sender => {
  const secret = secretOf("PLENARY_KEY");
  if (!secret) throw new UsageError('There is no key to sign with. Set PLENARY_KEY, or run "npm start" once to make a development key.');
  return { url: urlOf(options), secret };
};

const dataOf = (json: string | undefined): Record<string, unknown> => {
  if (json === undefined) return {};
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Told below, as for JSON that is no object.
  }
  throw new UsageError(`--data must be a JSON object, such as '{"slot":"3","start":"2010-01-28T15:00"}'.`);
};

const eventOf = (type: string, { body, meeting, data, at, "dry-run": isDryRun }: Options, now: number): EventMessage => ({
  type,
  timestamp: at ?? new Date(now).toISOString(),
  ...(isDryRun && { dryRun: true }),
  data: { ...(body !== undefined && { body }), ...(meeting !== undefined && { meeting }), ...dataOf(data) },
});

const column = (label: string, values: readonly string[]): readonly string[] =>
  values.map((value, at) => `${(at === 0 ? label : "").padEnd(9)}${value}`);

/** Prints the answer for a person; the exit status says whether the event was applied. */
const report = (sent: PostResult, json: boolean | undefined): number => {
  if (sent.ok) {
    const { outcome, state, version, position, changed, warnings, next } = sent.value;
    const lines = [
      outcome === "dry run"
        ? `dry run: nothing was changed; this would be "${state}", version ${version}`
        : `applied: "${state}", version ${version}, log position ${position}`,
      ...column("changed", changed.length > 0 ? changed : ["no feed"]),
      ...column(
        "warning",
        warnings.map(({ code, message }) => `${message} (${code})`),
      ),
      ...column("next", [next.join(", ") || "nothing"]),
    ];
    console.log(json ? JSON.stringify(sent.value) : lines.join("\n"));
    return 0;
  }
  const { status, code, reason, detail, errors = [], next } = sent.error;
  const lines = [
    `refused (${[status, code, reason].filter(Boolean).join(", ")}): ${detail}`,
    ...errors.map(({ field, message }) => `  ${field}: ${message}`),
    ...(next ? column("possible", [next.join(", ") || "nothing"]) : []),
  ];
  console.error(json ? JSON.stringify(sent.error) : lines.join("\n"));
  return 1;
};

/** Sends a story, line by line, and stops at the first event that is refused. */
const sendAll = async (
  file: string,
  options: Options & { readonly body: string; readonly meeting: string },
  now: number,
): Promise<number> => {
  const sender = senderFor(options);
  for (const { id = createWebhookId(), type, timestamp, data } of readStory(file, options.meeting)) {
    const subject = { body: options.body, meeting: options.meeting, ...data };
    console.log(`${timestamp}  ${type}`);
    const status = report(await sendEvent(sender, options.body, id, { type, timestamp, data: subject }, now), options.json);
    if (status !== 0) return status;
  }
  return 0;
};

const portOf = (text: string | undefined): number => {
  const port = Number(text ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new UsageError("--port must be a number from 1 to 65535.");
  return port;
};

const stateOf = ({ state }: Options): string => state ?? ".plenary/state";

const told = (findings: readonly Finding[]): number => {
  console.log(findingLines(findings));
  return statusOf(findings);
};

const run = async (args: string[]): Promise<number> => {
  const { positionals, values } = parse(args);
  const [command, subject, file] = positionals;
  const now = Date.now();
  if (command === "start") return start({ port: portOf(values.port), state: stateOf(values), rehearse: values.rehearse ?? false });
  if (command === "serve") return serve({ port: portOf(values.port), state: stateOf(values) });
  if (command === "build") {
    buildService();
    return 0;
  }
  if (command === "backup" && values.backups !== undefined) {
    const { folder, files } = await backup(stateOf(values), values.backups, new Date(now));
    console.log(`${files} ${files === 1 ? "file" : "files"} in ${folder}`);
    return 0;
  }
  if (command === "restore-drill" && values.backups !== undefined) return told(await restoreDrill(values.backups, now));
  if (command === "doctor" && subject !== undefined) {
    const secret = secretOf("PLENARY_OPERATOR_KEY");
    return told(await doctor({ url: urlOf({ url: subject }), secret, backups: values.backups, now: Date.now }));
  }
  if (command === "send" && subject !== undefined && values.body !== undefined)
    return report(await sendEvent(senderFor(values), values.body, createWebhookId(), eventOf(subject, values, now), now), values.json);
  if (command === "send-all" && subject !== undefined && values.body !== undefined && values.meeting !== undefined)
    return sendAll(subject, { ...values, body: values.body, meeting: values.meeting }, now);
  if (command === "report" && values.body !== undefined && values.meeting !== undefined) {
    console.log(await readText(`${urlOf(values)}/${values.body}/${values.meeting}/report.txt`));
    return 0;
  }
  if (command === "diagram") {
    if (values.json) console.log(JSON.stringify(getStatecharts(), undefined, 2));
    else writeDiagrams();
    return 0;
  }
  if (command === "announce" && subject !== undefined)
    return report(await announce(senderFor(values), readRecord(subject), now, values["dry-run"] ?? false), values.json);
  if (command === "log" && subject === "export" && file !== undefined && values.body !== undefined)
    return exportFile(file, senderFor(values), values.body);
  const logOptions = { setting: settingOf("PLENARY_KEY"), acceptsUnproved: values.unproved ?? false };
  if (command === "log" && subject === "verify" && file !== undefined) return verifyFile(file, logOptions);
  if (command === "log" && subject === "import" && file !== undefined) return importFile(file, senderFor(values), logOptions);
  if (command === "keys") {
    const { body } = values;
    const at = () => (body === undefined ? undefined : { sender: senderFor(values), body, now });
    const status = await keysCommand(positionals.slice(1), values, at, (sent) => report(sent, values.json));
    if (status !== undefined) return status;
  }
  if (command === "import" && subject !== undefined) {
    const { set = [], json = false, revise = false } = values;
    const imported = await importCommand({ file: subject, settings: set, json, revise });
    if (!values.send || imported.kind === "incomplete") return imported.kind === "incomplete" && !json ? 1 : 0;
    return report(await sendRevision(senderFor(values), imported.record, now, values["dry-run"] ?? false), values.json);
  }
  throw new UsageError(command === undefined ? "What is to be done?" : `"${command}" is no command, or lacks something that it needs.`);
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof UsageError ? `${error.message}\n\n${USAGE}` : error instanceof Error ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
