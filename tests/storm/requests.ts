import { setTimeout as sleep } from "node:timers/promises";
import type { Sender } from "../../src/cli/send/client.ts";
import { LANGUAGES } from "../../src/meeting/text.ts";
import { say, type GreatBody } from "./great-bodies.ts";

/** What came back: octets of an answer, and the status of each try. */
interface Answered {
  readonly statuses: readonly number[];
  readonly octets: number;
  /** Answers that ask to come back without saying when. */
  readonly silent: number;
}

export interface Kind {
  readonly name: string;
  /** Whether it may be asked to come back: calendars never are. */
  readonly mayWait: boolean;
  readonly run: (body: GreatBody, choose: (most: number) => number) => Promise<Answered>;
}

/** Tries of what is asked to come back. */
const TRIES = 3;

const fetchPatiently = async (url: string, init?: RequestInit): Promise<Answered> => {
  const statuses: number[] = [];
  let silent = 0;
  for (;;) {
    const response = await fetch(url, init);
    const octets = (await response.arrayBuffer()).byteLength;
    statuses.push(response.status);
    const seconds = Number(response.headers.get("retry-after"));
    if (response.status === 503 && !(seconds > 0)) silent += 1;
    if (response.status !== 503 || statuses.length === TRIES) return { statuses, octets, silent };
    await sleep(seconds * 1000);
  }
};

/** An answer to a delivery that nobody's key signed is a refusal. */
const deliverUnsigned = async (url: string, body: GreatBody, signature: string | undefined): Promise<Answered> =>
  fetchPatiently(`${url}/${body.id}/events`, {
    method: "POST",
    body: "x".repeat(100_000),
    headers: {
      "webhook-id": `msg_${Math.floor(Date.now())}`,
      "webhook-timestamp": String(Math.floor(Date.now() / 1000)),
      ...(signature !== undefined && { "webhook-signature": signature }),
    },
  });

/** Follows a meeting until it is told how it stands. */
const follow = (url: string, { id, meeting }: GreatBody): Promise<Answered> =>
  new Promise((resolve) => {
    const socket = new WebSocket(`${url.replace("http", "ws")}/${id}/${meeting}/live`);
    const finish = (status: number, octets: number) => {
      resolve({ statuses: [status], octets, silent: 0 });
      socket.close();
    };
    socket.addEventListener("message", ({ data }) => finish(200, String(data).length));
    socket.addEventListener("error", () => finish(500, 0));
  });

const CANCELLED = ["", "&cancelled=text", "&cancelled=omit"];

/** Every kind of request that anyone may make of a meeting, and two that its secretariat makes. */
export const listKinds = (url: string, sender: Sender): readonly Kind[] => {
  const chooseLanguage = (choose: (most: number) => number): string => LANGUAGES[choose(LANGUAGES.length)] ?? "en";
  const read = (name: string, mayWait: boolean, path: (body: GreatBody, choose: (most: number) => number) => string): Kind => ({
    name,
    mayWait,
    run: (body, choose) => fetchPatiently(`${url}${path(body, choose)}`),
  });
  const options = (choose: (most: number) => number): string => `?lang=${chooseLanguage(choose)}${CANCELLED[choose(3)] ?? ""}`;
  const page = ({ id, meeting }: GreatBody): string => `/${id}/${meeting}`;
  let told = 0;
  return [
    read("feed of a sitting", false, (body, choose) => `${page(body)}/slots/${1 + choose(body.slots)}.ics${options(choose)}`),
    read("feed of a meeting", false, (body, choose) => `${page(body)}.ics${options(choose)}`),
    read("feed of a day", false, (body, choose) => `${page(body)}/2031-03-0${1 + choose(9)}.ics${options(choose)}`),
    read("feed of an item", false, (body, choose) => `${page(body)}/items/${1 + choose(body.slots / 2)}.ics${options(choose)}`),
    read("feed of a body", false, (body, choose) => `/${body.id}.ics${options(choose)}`),
    read("feed of all", false, (_body, choose) => `/all.ics${options(choose)}`),
    read("page of a meeting", true, (body, choose) => `/${chooseLanguage(choose)}${page(body)}`.replace("/en/", "/")),
    read("page of a body", true, (body) => `/${body.id}`),
    read("JSON of a meeting", true, (body) => `${page(body)}.json`),
    read("a past version", true, (body, choose) => `${page(body)}.json?version=${1 + choose(body.version)}`),
    read("history", true, (body, choose) => `/${chooseLanguage(choose)}${page(body)}/log`.replace("/en/", "/")),
    read("history as JSON", true, (body, choose) => `${page(body)}/log.json?until=${1 + choose(body.version)}`),
    read("report", true, (body, choose) => `${page(body)}/report.txt?lang=${chooseLanguage(choose)}`),
    read("QR code", true, (body) => `${page(body)}/slots/1.svg`),
    { name: "unsigned delivery", mayWait: false, run: (body) => deliverUnsigned(url, body, undefined) },
    { name: "wrongly signed delivery", mayWait: false, run: (body) => deliverUnsigned(url, body, `v1,${"A".repeat(43)}=`) },
    { name: "socket", mayWait: false, run: (body) => follow(url, body) },
    {
      name: "event and its withdrawal",
      mayWait: false,
      run: async (body, choose) => {
        const id = `storm-${(told += 1)}`;
        const data = { slot: String(1 + choose(body.slots)), venue: `Hall ${told}` };
        await say(sender, body, id, "slot.relocated", data, new Date().toISOString());
        await say(sender, body, `${id}-not`, "event.withdrawn", { event: id }, new Date().toISOString());
        return { statuses: [200], octets: 0, silent: 0 };
      },
    },
  ];
};
