import { parseAccept } from "hono/utils/accept";
import { LANGUAGES, type Language } from "../meeting/text.ts";

/** The language of ours that a reader would rather have (RFC 9110 §12.5.4); English where there is none. */
export const preferredLanguage = (accepted: string | undefined): Language =>
  parseAccept(accepted ?? "")
    .filter(({ q }) => q > 0)
    .flatMap(({ type }) => LANGUAGES.find((language) => language === type.toLowerCase().split("-")[0]) ?? [])[0] ?? "en";
