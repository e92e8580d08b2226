declare module "cal-parser" {
  interface Value<Type> {
    readonly value: Type;
    readonly params?: Readonly<Record<string, string>>;
  }
  interface ParsedEvent {
    readonly uid: Value<string>;
    readonly dtstart: Value<Date>;
    readonly dtend?: Value<Date>;
    readonly status: Value<string>;
    readonly sequence: Value<string>;
  }
  export const parseString: (feed: string) => { readonly calendarData: object; readonly events: readonly ParsedEvent[] };
}
