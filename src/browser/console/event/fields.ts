/** How each field of an event is asked for: by its name on the wire. */
export type Control =
  | {
      readonly kind:
        | "slot"
        | "item"
        | "items"
        | "agendaItem"
        | "deadline"
        | "zone"
        | "moment"
        | "after"
        | "minutes"
        | "local"
        | "date"
        | "programme"
        | "record"
        | "documents"
        | "bodies"
        | "sitting"
        | "meeting";
    }
  | { readonly kind: "text"; readonly maxLength: number; readonly pattern?: string }
  /** Words of the secretariat, in one language or in several. */
  | { readonly kind: "words"; readonly maxLength: number }
  | { readonly kind: "choice"; readonly of: "manner" | "kinds" | "access" | "causes" | "parts" };

const buildWordsControl = (maxLength: number) => ({ kind: "words", maxLength }) as const;

export const CONTROLS = {
  slot: { kind: "slot" },
  item: { kind: "item" },
  from: { kind: "slot" },
  to: { kind: "slot" },
  itemsTo: { kind: "slot" },
  start: { kind: "moment" },
  end: { kind: "local" },
  until: { kind: "moment" },
  minutes: { kind: "minutes" },
  part: { kind: "choice", of: "parts" },
  after: { kind: "after" },
  items: { kind: "items" },
  continued: { kind: "items" },
  venue: buildWordsControl(300),
  city: buildWordsControl(100),
  timezone: { kind: "zone" },
  webcast: { kind: "text", maxLength: 500, pattern: "https://.+" },
  label: buildWordsControl(300),
  participation: { kind: "text", maxLength: 500, pattern: "https://.+" },
  interpretation: buildWordsControl(300),
  accessibility: buildWordsControl(300),
  timeNote: buildWordsControl(200),
  with: { kind: "bodies" },
  lead: { kind: "sitting" },
  kind: { kind: "choice", of: "kinds" },
  access: { kind: "choice", of: "access" },
  manner: { kind: "choice", of: "manner" },
  opensOn: { kind: "date" },
  closesOn: { kind: "date" },
  slots: { kind: "programme" },
  symbol: { kind: "text", maxLength: 80, pattern: "[A-Za-z0-9](?: ?[A-Za-z0-9.\\/\\(\\)\\-])*" },
  title: buildWordsControl(2000),
  movedTo: { kind: "text", maxLength: 48, pattern: "[a-z0-9](?:[a-z0-9\\-]*[a-z0-9])?" },
  deadline: { kind: "deadline" },
  at: { kind: "moment" },
  text: buildWordsControl(1000),
  shortTitle: buildWordsControl(2000),
  annotation: buildWordsControl(20_000),
  afterItem: { kind: "agendaItem" },
  time: { kind: "local" },
  issuedOn: { kind: "date" },
  day: { kind: "date" },
  documents: { kind: "documents" },
  record: { kind: "record" },
  /** Of a meeting that is not in view: the id under which it is listed. */
  meeting: { kind: "text", maxLength: 48, pattern: "[a-z0-9](?:[a-z0-9\\-]*[a-z0-9])?" },
  of: { kind: "meeting" },
  event: { kind: "text", maxLength: 128 },
  cause: { kind: "choice", of: "causes" },
  reason: buildWordsControl(1000),
  note: buildWordsControl(1000),
} as const satisfies Record<string, Control>;

export type FieldName = keyof typeof CONTROLS;

export const isField = (name: string): name is FieldName => Object.hasOwn(CONTROLS, name);
