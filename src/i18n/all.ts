import type { Language } from "../meeting/text.ts";
import { ARABIC } from "./ar.ts";
import { CHINESE } from "./zh.ts";
import { ENGLISH } from "./en.ts";
import { FRENCH } from "./fr.ts";
import { RUSSIAN } from "./ru.ts";
import { SPANISH } from "./es.ts";
import type { Messages } from "./messages.ts";

export const MESSAGES: Record<Language, Messages> = { ar: ARABIC, zh: CHINESE, en: ENGLISH, fr: FRENCH, ru: RUSSIAN, es: SPANISH };
