import type { ScriptMessages } from "../i18n/pages/messages.ts";

/** What the page brings along for scripts to say, in its own language. */
export const readScriptMessages = ({ body }: Document): ScriptMessages => JSON.parse(body.dataset["words"] ?? "{}") as ScriptMessages;
