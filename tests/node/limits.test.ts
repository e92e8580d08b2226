import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { LIMITS } from "../../src/meeting/limits.ts";

const rowsOf = (file: string): readonly (readonly string[])[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

it("docs/limits.md is the table of limits", () => {
  const limits = Object.values(LIMITS).map(({ max, description, response }) => [max.toLocaleString("en"), description, `\`${response}\``]);
  expect(rowsOf("docs/limits.md")).toEqual(limits);
});

it("Cloudflare's limiters are set to the table of limits", () => {
  const limits = [...readFileSync("wrangler.toml", "utf8").matchAll(/limit = (\d+), period = 60/g)].map(([, limit]) => Number(limit));
  expect(limits).toEqual([LIMITS.perKey.max, LIMITS.perAddress.max]);
});
