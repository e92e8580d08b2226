import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "../../src/cli/announce.ts";
import { buildService } from "../../src/cli/build.ts";
import { startService } from "../../src/cli/runtime.ts";
import { sendEvent } from "../../src/cli/sender.ts";
import type { BodyRecord, MeetingRecord } from "../../src/meeting/record.ts";
import { freePort } from "../node/processes.ts";
import type { Happening } from "./stories.ts";

const KEY = "whsec_dGhlIGNoZWNrIG9mIGZlZWRzIHNpZ25zIHdpdGggdGhpcyBrZXk=";

/** What links in feeds begin with; the service itself listens on this machine. */
export const PUBLIC_ORIGIN = "https://plenary.example";

/** The real service, and a secretariat that speaks to it through its one door. */
export interface Service {
  readonly url: string;
  readonly register: (body: BodyRecord) => Promise<void>;
  readonly announce: (record: MeetingRecord) => Promise<void>;
  readonly report: (record: MeetingRecord, happening: Happening) => Promise<void>;
  readonly get: (path: string) => Promise<Response>;
  readonly stop: () => Promise<void>;
}

const ended = (service: ChildProcess): Promise<unknown> => new Promise((resolve) => service.once("exit", resolve));

export const startTestService = async (): Promise<Service> => {
  const state = mkdtempSync(join(tmpdir(), "plenary-feeds-state-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  buildService(state);
  const service = await startService({ port, state, publicOrigin: PUBLIC_ORIGIN, operatorKey: KEY });
  const send = async (type: string, data: Readonly<Record<string, unknown>> & { readonly body: string }): Promise<void> => {
    const event = { type, timestamp: "2010-01-28T09:20:00Z", data };
    const sent = await sendEvent({ url, secret: KEY }, data.body, newId(), event, Date.now());
    if (sent.kind === "refused") throw new Error(`${type} of ${data.body} was refused: ${sent.problem.detail}`);
  };
  return {
    url,
    register: (record) => send("body.registered", { body: record.id, record }),
    announce: (record) => send("meeting.announced", { body: record.body.id, meeting: record.id, record }),
    report: ({ body, id }, { type, ...data }) => send(type, { body: body.id, meeting: id, ...data }),
    get: async (path) => {
      const response = await fetch(`${url}${path}`);
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
      return response;
    },
    stop: async () => {
      const gone = ended(service);
      service.kill("SIGTERM");
      await gone;
      rmSync(state, { recursive: true });
    },
  };
};
