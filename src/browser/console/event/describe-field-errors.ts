import { isField } from "./fields.ts";
import { hasMessage } from "../error-messages.ts";
import type { ConsoleMessages } from "../messages/messages.ts";
import type { DryRun } from "./dry-run.ts";

/** What is wrong with fields, by their names. */
export type FieldErrors = ReadonlyMap<string, string>;

/** What the door says of fields, by the names of those that are on the form: in English, where the console has no words for it. */
export const describeFieldErrors = (dryRun: DryRun, { wrong }: ConsoleMessages): FieldErrors => {
  const errors = dryRun.kind === "refused" ? (dryRun.problem.errors ?? []) : [];
  return new Map(
    errors.map(({ field, message }) => {
      const names = field.split(".").filter(isField);
      const name = names.find((other) => other !== "documents" && other !== "record") ?? names[0] ?? field;
      return [name, hasMessage(wrong, name) ? wrong[name] : message];
    }),
  );
};
