import type { Language } from "../meeting/text.ts";

/** `/fr/ctoc-cop-wg4/2010`; English has no prefix. `/` alone depends on who asks, so English has an address of its own there. */
export const localizePath = (language: Language, path: string): string =>
  language === "en" && path !== "/" ? path : `/${language}${path === "/" ? "" : path}`;
