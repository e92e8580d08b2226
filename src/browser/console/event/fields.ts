/** How each field of an event is asked for: by its name on the wire. */
export type Control =
  | {
      readonly kind:
        | "slot"
        | "item"
        | "items"
        | "start"
        | "after"
        | "minutes"
        | "local"
        | "date"
        | "programme"
        | "record"
        | "documents"
        | "bodies"
        | "sitting";
    }
  | { readonly kind: "text"; readonly maxLength: number; readonly pattern?: string }
  /** Words that are shown to everyone. */
  | { readonly kind: "words" }
  | { readonly kind: "choice"; readonly of: "manner" | "kinds" | "access" | "causes" | "parts" };

const buildTextControl = (maxLength: number): Control => ({ kind: "text", maxLength });

export const CONTROLS = {
  slot: { kind: "slot" },
  item: { kind: "item" },
  from: { kind: "slot" },
  to: { kind: "slot" },
  itemsTo: { kind: "slot" },
  start: { kind: "start" },
  end: { kind: "local" },
  until: { kind: "local" },
  minutes: { kind: "minutes" },
  part: { kind: "choice", of: "parts" },
  after: { kind: "after" },
  items: { kind: "items" },
  venue: buildTextControl(300),
  webcast: { kind: "text", maxLength: 500, pattern: "https://.+" },
  label: buildTextControl(300),
  participation: { kind: "text", maxLength: 500, pattern: "https://.+" },
  interpretation: buildTextControl(300),
  accessibility: buildTextControl(300),
  timeNote: buildTextControl(200),
  with: { kind: "bodies" },
  lead: { kind: "sitting" },
  kind: { kind: "choice", of: "kinds" },
  access: { kind: "choice", of: "access" },
  manner: { kind: "choice", of: "manner" },
  opensOn: { kind: "date" },
  closesOn: { kind: "date" },
  slots: { kind: "programme" },
  symbol: { kind: "text", maxLength: 80, pattern: "[A-Za-z0-9](?: ?[A-Za-z0-9.\\/\\(\\)\\-])*" },
  title: buildTextControl(2000),
  movedTo: { kind: "text", maxLength: 48, pattern: "[a-z0-9](?:[a-z0-9\\-]*[a-z0-9])?" },
  deadline: { kind: "text", maxLength: 32, pattern: "[a-z0-9](?:[a-z0-9\\-]*[a-z0-9])?" },
  at: { kind: "local" },
  text: { kind: "words" },
  shortTitle: buildTextControl(2000),
  time: { kind: "local" },
  issuedOn: { kind: "date" },
  day: { kind: "date" },
  documents: { kind: "documents" },
  record: { kind: "record" },
  event: buildTextControl(128),
  cause: { kind: "choice", of: "causes" },
  reason: { kind: "words" },
  note: { kind: "words" },
} as const satisfies Record<string, Control>;

export type FieldName = keyof typeof CONTROLS;

export const isField = (name: string): name is FieldName => Object.hasOwn(CONTROLS, name);
