import { parseAccept } from "hono/utils/accept";
import { findLanguage } from "../meeting/language-tag.ts";
import type { Language } from "../meeting/text.ts";

/** The language of ours that a reader would rather have (RFC 9110 §12.5.4); English where there is none. */
export const negotiateLanguage = (accepted: string | undefined): Language =>
  parseAccept(accepted ?? "")
    .filter(({ q }) => q > 0)
    .flatMap(({ type }) => findLanguage(type) ?? [])[0] ?? "en";
