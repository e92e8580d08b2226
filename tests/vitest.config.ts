import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { buildAssets } from "../src/browser/build.ts";

buildAssets();

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                PUBLIC_ORIGIN: "https://plenary.example",
                PLENARY_OPERATOR_KEY: "whsec_dGVzdHMgc2lnbiB3aXRoIHRoaXMga2V5LCBub3RoaW5nIGVsc2U=",
              },
            },
          }),
        ],
        test: { name: "worker", include: ["tests/*.test.{ts,tsx}"], provide: { runs: Number(process.env["RUNS"] ?? 60) } },
      },
      { test: { name: "node", include: ["tests/node/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 } },
    ],
  },
});
