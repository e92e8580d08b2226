import { rmSync } from "node:fs";
import { join } from "node:path";
import { newBody, paperIssued, post, writeRequests } from "./secretariat.ts";
import { ADDRESSES, CHOSEN, GZIP, MANY, type Address } from "./subjects.ts";
import { wrk, type Measured } from "./wrk.ts";

/** More writes than any second has seen. */
const WRITES_A_SECOND = 6000;

/** What listens on this machine, each at an origin of its own. */
export type Listener = "plenary" | "front" | "files" | "calendar" | "bare" | "empty" | Address;

export type Row = () => Promise<Measured>;

/** What clients have who ask whether it changed. */
export interface ETags {
  readonly feed: string;
  readonly chosen: string;
}

/** The rows of the table, in the order in which a round measures them: each beside what it is compared with. */
export const rowsOf = (at: (name: Listener) => string, etags: ETags, seconds: number, work: string): Readonly<Record<string, Row>> => {
  const reading =
    (url: string, headers: Readonly<Record<string, string>> = {}): Row =>
    () =>
      wrk({ url, connections: 50, seconds, headers });
  const plenary = (name: Address, headers?: Readonly<Record<string, string>>): Row =>
    reading(`${at("plenary")}${ADDRESSES[name]}`, headers);
  let made = 0;
  const one = async (): Promise<readonly string[]> => [await newBody(at("plenary"), (made += 1))];
  const many = async (): Promise<readonly string[]> => MANY;
  const writing =
    (name: "plenary" | "bare", to: () => Promise<readonly string[]>, connections: number): Row =>
    async () => {
      const requests = join(work, "requests");
      const bodies = await to();
      await writeRequests(requests, bodies, WRITES_A_SECOND * seconds);
      // An object is made by its first write, which is not what is measured.
      for (const body of bodies) await post(at(name), await paperIssued(body, "Paper ......"));
      const measured = await wrk({ url: at(name), connections, seconds, requests });
      rmSync(requests);
      return measured;
    };
  return {
    "raw feed": reading(at("feed")),
    feed: plenary("feed"),
    "feed 304": plenary("feed", { "if-none-match": etags.feed }),
    "feed over three bodies": reading(`${at("plenary")}${CHOSEN}`),
    "feed over three bodies 304": reading(`${at("plenary")}${CHOSEN}`, { "if-none-match": etags.chosen }),
    "raw feed, gzip": reading(at("gzip"), GZIP),
    "feed, gzip": plenary("gzip", GZIP),
    "raw slot feed": reading(at("slot")),
    "slot feed": plenary("slot"),
    "raw meeting JSON": reading(at("json")),
    "meeting JSON": plenary("json"),
    "raw page": reading(at("page")),
    page: plenary("page"),
    "ical-generator on each request": reading(at("calendar")),
    "ical-generator on each request, gzip": reading(at("calendar"), GZIP),
    "nginx, static file": reading(`${at("files")}/feed.ics`),
    "nginx in front of Plenary": reading(`${at("front")}${ADDRESSES.feed}`),
    "bare object, 1 connection, 1 body": writing("bare", one, 1),
    "writes, 1 connection, 1 body": writing("plenary", one, 1),
    "bare object, 1 connection, 100 bodies": writing("bare", many, 1),
    "writes, 1 connection, 100 bodies": writing("plenary", many, 1),
    "bare object, 50 connections, 1 body": writing("bare", one, 50),
    "writes, 50 connections, 1 body": writing("plenary", one, 50),
    "bare object, 50 connections, 100 bodies": writing("bare", many, 50),
    "writes, 50 connections, 100 bodies": writing("plenary", many, 50),
  };
};
