import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** Also read by `wrangler dev`, and kept out of git. */
const FILE = ".dev.vars";
const NAME = "PLENARY_OPERATOR_KEY";

/** The development key, or undefined before the first start. */
export const readDevelopmentKey = (): string | undefined =>
  existsSync(FILE) ? new RegExp(`^${NAME}="?([^"\\n]+)"?$`, "m").exec(readFileSync(FILE, "utf8"))?.[1] : undefined;

/** The development key, made on first use from 32 bytes of chance. */
export const developmentKey = (): string => {
  const known = readDevelopmentKey();
  if (known) return known;
  const secret = `whsec_${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64")}`;
  writeFileSync(FILE, `${NAME}="${secret}"\n`, { mode: 0o600, flag: "a" });
  return secret;
};
