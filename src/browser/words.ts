import type { ScriptWords } from "../i18n/pages/words.ts";

/** What the page brings along for scripts to say, in its own language. */
export const wordsOf = ({ body }: Document): ScriptWords => JSON.parse(body.dataset["words"] ?? "{}") as ScriptWords;
