import type { Slot } from "../../../meeting/record.ts";
import { CONTROLS, type FieldName } from "./fields.ts";
import type { Meeting } from "../api.ts";

/** The sittings as they are, for a body that adopts its agenda as orally revised. */
const buildPresentRecord = ({ record, programme, slots }: Meeting): Meeting["record"] => ({
  ...record,
  slots: programme.filter(({ number }) => slots[number] !== "cancelled"),
});

const readText = (form: FormData, name: string): string | undefined => {
  const value = form.get(name);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
};

const readTexts = (form: FormData, name: string): readonly string[] => form.getAll(name).filter((value) => typeof value === "string");

export const omitUndefined = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** The sittings that a form lists: those whose box is ticked, at the times beside it. */
const readProgramme = (form: FormData, { programme }: Meeting): readonly Slot[] | undefined => {
  const slots = programme.flatMap((slot) => {
    const start = readText(form, `start-${slot.number}`);
    const { end: _end, ...rest } = slot;
    const end = readText(form, `end-${slot.number}`);
    return start === undefined || !form.has(`keep-${slot.number}`) ? [] : [{ ...rest, start, ...(end !== undefined && { end }) }];
  });
  return slots.length > 0 ? slots : undefined;
};

const readDocuments = (form: FormData): readonly Record<string, unknown>[] => {
  const items = readTexts(form, "items");
  return [
    omitUndefined({
      symbol: readText(form, "symbol"),
      title: readText(form, "title"),
      issuedOn: readText(form, "issuedOn"),
      items: items.length > 0 ? items : undefined,
    }),
  ];
};

/** Bodies by their ids, with whatever stands between them; null for a dash, where there are none any more. */
const readBodies = (form: FormData, name: string): readonly { readonly body: string }[] | null | undefined => {
  const text = readText(form, name);
  if (text === "-" || text === "–") return null;
  return text
    ?.split(/[\s,;]+/)
    .filter(Boolean)
    .map((body) => ({ body }));
};

/** A sitting by its address, whatever of it stands before the body. */
const SITTING = /([a-z0-9-]+)\/([a-z0-9-]+)\/slots\/(\d+)/;

/** What is no address goes as it is: the service says what is wrong with it. */
const readSitting = (form: FormData, name: string): unknown => {
  const text = readText(form, name);
  const [, body, meeting, slot] = SITTING.exec(text ?? "") ?? [];
  return body === undefined ? text : { body, meeting, slot };
};

/** `slot 3`, `item 4`: what a sitting follows. */
const readAfter = (form: FormData): Readonly<Record<string, string>> | undefined => {
  const [, kind, number] = /^(slot|item) (.+)$/.exec(readText(form, "after") ?? "") ?? [];
  return kind !== undefined && number !== undefined ? { [kind]: number } : undefined;
};

export const readValue = (form: FormData, name: FieldName, meeting: Meeting): unknown => {
  switch (CONTROLS[name].kind) {
    case "items":
      return readTexts(form, name);
    case "programme":
      return readProgramme(form, meeting);
    case "documents":
      return readDocuments(form);
    case "bodies":
      return readBodies(form, name);
    case "sitting":
      return readSitting(form, name);
    case "minutes":
      return Number(readText(form, name));
    case "after":
      return readAfter(form);
    case "record":
      return form.has("record") ? buildPresentRecord(meeting) : undefined;
    default:
      return readText(form, name);
  }
};
