import { expect } from "vitest";
import { PROBLEMS } from "../../src/http/problems.ts";

/** The reader of a request sees one of the answers that are documented, whole and with its headers, and nothing of our insides. */

const SECURITY = ["content-security-policy", "x-content-type-options", "strict-transport-security"];
const INSIDES = /node_modules|\.tsx?\b|\bat \w+ \(|(?:Type|Range|Syntax|Reference)Error|SQLITE|undefined/;

const isKnown = (code: unknown): code is keyof typeof PROBLEMS => typeof code === "string" && Object.hasOwn(PROBLEMS, code);

/** Reads an answer to its end and checks it; gives its text. `input` says how to repeat it. */
export const expectDocumented = async (response: Response, input: string): Promise<string> => {
  const text = await response.text();
  expect(response.status, `${input}: ${text.slice(0, 300)}`).toBeLessThan(500);
  for (const name of SECURITY) expect(response.headers.has(name), `${input}: ${name}`).toBe(true);
  if (response.status < 400) return text;
  // A HEAD has the headers of its GET alone.
  expect(response.headers.get("content-type"), input).toBe("application/problem+json");
  if (text === "") return text;
  const { code, status, detail } = JSON.parse(text) as Record<string, unknown>;
  if (!isKnown(code)) throw new Error(`${input}: ${String(code)} is not in the table`);
  expect(status, input).toBe(response.status);
  expect(PROBLEMS[code].status, input).toBe(response.status);
  expect(detail, input).toMatch(/\S/);
  return text;
};

/** Of answers that do not repeat what was sent. */
export const expectNoInsides = (text: string, input: string): void => expect(text, input).not.toMatch(INSIDES);
