import * as z from "zod/mini";
import { EVENT_GROUPS, type EventGroup } from "./event-groups.ts";
import { EVENTS_BY_GROUP, plenaryEvent, type EventType } from "./events.ts";

/** Each event with its description and the names of the fields of its `data`. */
export interface EventDescriptor {
  readonly type: EventType;
  /** What an officer would look for it under; absent of what the operator alone sends. */
  readonly group?: EventGroup;
  readonly description: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

const GROUP_OF: ReadonlyMap<string, EventGroup> = new Map(
  EVENT_GROUPS.flatMap((group) => EVENTS_BY_GROUP[group].map(({ shape }) => [shape.type.def.values[0] ?? "", group] as const)),
);

const describeSchema = (schema: (typeof plenaryEvent.def.options)[number]): EventDescriptor => {
  const fields = Object.entries(schema.shape.data.shape).map(([name, field]) => ({
    name,
    isOptional: z.safeParse(field, undefined).success,
  }));
  const named = (isOptional: boolean) => fields.filter((field) => field.isOptional === isOptional).map(({ name }) => name);
  const type = schema.shape.type.def.values[0] ?? "body.registered";
  const group = GROUP_OF.get(type);
  return {
    type,
    ...(group && { group }),
    description: z.globalRegistry.get(schema)?.description ?? "",
    required: named(false),
    optional: named(true),
  };
};

export const EVENT_DESCRIPTORS: readonly EventDescriptor[] = plenaryEvent.def.options.map(describeSchema);
export const EVENT_TYPES: readonly EventType[] = EVENT_DESCRIPTORS.map(({ type }) => type);

/** JSON Schema (draft 2020-12) of every event on the wire. Rules between fields are in words at the door only. */
export const buildEventsJsonSchema = (): Record<string, unknown> => ({ ...z.toJSONSchema(plenaryEvent, { unrepresentable: "any" }) });
