import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { buildAssets } from "../src/browser/build.ts";
import { hasBrowser } from "./browser/chromium.ts";

buildAssets();

/** No test is about speed: only what would never end is ended, however busy the machine is. Milliseconds. */
const PATIENCE = { testTimeout: 240_000, hookTimeout: 240_000 };

/** Once all else is done: a page answers late where others compute. */
const BROWSER = {
  test: {
    name: "browser",
    include: ["tests/browser/*.test.ts"],
    ...PATIENCE,
    expect: { poll: { timeout: 60_000 } },
    sequence: { groupOrder: 1 },
  },
};

export default defineConfig({
  test: {
    // What the service logs is of use where a test fails.
    silent: "passed-only",
    // Tests wait as much as they compute: the usual one less than all processors leaves one of two idle.
    maxWorkers: "100%",
    projects: [
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              email: { send_email: [{ name: "EMAIL", allowed_destination_addresses: ["list@example.org"] }] },
              bindings: {
                PUBLIC_ORIGIN: "https://plenary.example",
                PLENARY_OPERATOR_KEY: "whsec_dGVzdHMgc2lnbiB3aXRoIHRoaXMga2V5LCBub3RoaW5nIGVsc2U=",
                PLENARY_BEARER_TOKENS: "allowed",
                PLENARY_MAIL_FROM: "programme@plenary.example",
              },
            },
          }),
        ],
        test: {
          name: "worker",
          include: ["tests/*.test.{ts,tsx}", "tests/fuzz/*.test.ts"],
          ...PATIENCE,
          provide: {
            runs: Number(process.env["RUNS"] ?? 60),
            fuzz: {
              inputs: Number(process.env["FUZZ_INPUTS"] ?? 600),
              seed: Number(process.env["FUZZ_SEED"] ?? 20_100_127),
              from: Number(process.env["FUZZ_FROM"] ?? 0),
            },
          },
        },
      },
      ...(hasBrowser() ? [BROWSER] : []),
      {
        test: {
          name: "node",
          include: ["tests/node/*.test.ts", "tests/machines/*.test.ts", "tests/ed25519.test.ts"],
          ...PATIENCE,
        },
      },
    ],
  },
});
