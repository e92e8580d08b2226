import { InvalidArgumentError, Option } from "@commander-js/extra-typings";

/** Options that several commands have, each said once. */

export const DEFAULT_PORT = 8787;

const parsePort = (text: string): number => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new InvalidArgumentError("It must be a number from 1 to 65535.");
  return port;
};

export const removeTrailingSlashes = (url: string): string => url.replace(/\/+$/, "");

export const PORT = new Option("--port <number>", "the port of this machine that it listens at").argParser(parsePort).default(DEFAULT_PORT);
export const STATE = new Option("--state <folder>", "where everything is kept").default(".plenary/state");
export const DEFAULT_URL = `http://localhost:${DEFAULT_PORT}`;
export const SERVICE_URL = new Option("--url <url>", "the service").argParser(removeTrailingSlashes).default(DEFAULT_URL);
export const BODY = new Option("--body <id>", "the body").makeOptionMandatory();
export const MEETING = new Option("--meeting <id>", "the meeting").makeOptionMandatory();
export const DRY_RUN = new Option("--dry-run", "check everything, tell what would change, change nothing");
export const JSON_ANSWER = new Option("--json", "print the answer as JSON");
export const UNPROVED = new Option("--unproved", "accept what no key in PLENARY_KEY proves");
