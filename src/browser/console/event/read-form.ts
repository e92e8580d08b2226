import type { Language } from "../../../meeting/text.ts";
import type { Slot } from "../../../meeting/record.ts";
import { CONTROLS, type FieldName } from "./fields.ts";
import type { Meeting } from "../api.ts";
import { readByLanguage, readString } from "./texts.ts";

/** The sittings as they are, for a body that adopts its agenda as orally revised. */
const buildPresentRecord = ({ record, programme, slots }: Meeting): Meeting["record"] => ({
  ...record,
  slots: programme.filter(({ number }) => slots[number] !== "cancelled"),
});

const readTexts = (form: FormData, name: string): readonly string[] => form.getAll(name).filter((value) => typeof value === "string");

export const omitUndefined = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** The sittings that a form lists: those whose box is ticked, at the times beside it. */
const readProgramme = (form: FormData, { programme }: Meeting): readonly Slot[] | undefined => {
  const slots = programme.flatMap((slot) => {
    const start = readString(form, `start-${slot.number}`);
    const { end: _end, ...rest } = slot;
    const end = readString(form, `end-${slot.number}`);
    return start === undefined || !form.has(`keep-${slot.number}`) ? [] : [{ ...rest, start, ...(end !== undefined && { end }) }];
  });
  return slots.length > 0 ? slots : undefined;
};

const readDocuments = (form: FormData, language: Language): readonly Record<string, unknown>[] => {
  const items = readTexts(form, "items");
  return [
    omitUndefined({
      symbol: readString(form, "symbol"),
      title: readByLanguage(form, "title", language),
      issuedOn: readByLanguage(form, "issuedOn", language),
      items: items.length > 0 ? items : undefined,
    }),
  ];
};

/** Bodies by their ids, with whatever stands between them; null for a dash, where there are none any more. */
const readBodies = (form: FormData, name: string): readonly { readonly body: string }[] | null | undefined => {
  const text = readString(form, name);
  if (text === "-" || text === "–") return null;
  return text
    ?.split(/[\s,;]+/)
    .filter(Boolean)
    .map((body) => ({ body }));
};

/** A sitting by its address, whatever of it stands before the body. */
const SITTING = /([a-z0-9-]+)\/([a-z0-9-]+)\/slots\/(\d+)/;

/** What is no address goes as it is: the service says what is wrong with it. */
const parseSitting = (text: string | undefined): unknown => {
  const [, body, meeting, slot] = SITTING.exec(text ?? "") ?? [];
  return body === undefined ? text : { body, meeting, slot };
};

/** A meeting by its address. */
const parseMeeting = (text: string | undefined): unknown => {
  const [, body, meeting] = /([a-z0-9-]+)\/([a-z0-9-]+)\/?$/.exec(text ?? "") ?? [];
  return body === undefined ? text : { body, meeting };
};

/** `slot 3`, `item 4`, `lead /sbi/62/slots/1`: what a sitting follows. */
const readAfter = (form: FormData): Readonly<Record<string, unknown>> | undefined => {
  const [, kind, named] = /^(slot|item|lead) (.+)$/.exec(readString(form, "after") ?? "") ?? [];
  return kind === undefined ? undefined : { [kind]: kind === "lead" ? parseSitting(named) : named };
};

export const readValue = (form: FormData, name: FieldName, meeting: Meeting, language: Language): unknown => {
  switch (CONTROLS[name].kind) {
    case "items":
      return name === "continued" && !form.has(name) ? undefined : readTexts(form, name);
    case "words":
      return readByLanguage(form, name, language);
    case "meeting":
      return parseMeeting(readString(form, name));
    case "programme":
      return readProgramme(form, meeting);
    case "documents":
      return readDocuments(form, language);
    case "bodies":
      return readBodies(form, name);
    case "sitting":
      return parseSitting(readString(form, name));
    case "minutes":
      return Number(readString(form, name));
    case "after":
      return readAfter(form);
    case "record":
      return form.has("record") ? buildPresentRecord(meeting) : undefined;
    default:
      return readString(form, name);
  }
};
