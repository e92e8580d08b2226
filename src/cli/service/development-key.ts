import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createSecret } from "./create-secret.ts";

/** Also read by `wrangler dev`, and kept out of git. */
const FILE = ".dev.vars";
const NAME = "PLENARY_OPERATOR_KEY";

/** The development key, or undefined before the first start. */
export const readDevelopmentKey = (): string | undefined =>
  existsSync(FILE) ? new RegExp(`^${NAME}="?([^"\\n]+)"?$`, "m").exec(readFileSync(FILE, "utf8"))?.[1] : undefined;

/** The development key, made on first use. */
export const ensureDevelopmentKey = (): string => {
  const known = readDevelopmentKey();
  if (known) return known;
  const secret = createSecret();
  writeFileSync(FILE, `${NAME}="${secret}"\n`, { mode: 0o600, flag: "a" });
  return secret;
};
