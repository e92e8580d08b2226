import type * as z from "zod/mini";
import { safeParse } from "zod/mini";
import { FREE_TEXTS } from "./text.ts";

type Schema = z.core.$ZodType & { readonly def: z.core.$ZodTypes["_zod"]["def"] };
type Shape = Readonly<Record<string, z.core.$ZodType>>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Beneath what may be absent or null, and of several kinds that of the value. */
const unwrap = (schema: z.core.$ZodType, value: unknown): Schema => {
  const known = schema as Schema;
  const { def } = known;
  if (def.type === "optional" || def.type === "nullable") return unwrap(def.innerType, value);
  const kind = typeof value === "string" ? "string" : "object";
  const option = def.type === "union" ? def.options.find((one) => (one as Schema).def.type === kind) : undefined;
  return option ? unwrap(option, value) : known;
};

const isOptional = (schema: z.core.$ZodType): boolean => (schema as Schema).def.type === "optional";

/** Whether null says that there is none, which an absent field does not. */
const isNullable = (schema: z.core.$ZodType): boolean => {
  const { def } = schema as Schema;
  return def.type === "nullable" || (def.type === "optional" && isNullable(def.innerType));
};

type Change = (text: string) => string;

/** Undefined where nothing that the schema takes is left. */
const mapKnown = (schema: z.core.$ZodType, value: unknown, change: Change, marker: string): unknown => {
  const known = unwrap(schema, value);
  const { def } = known;
  if (def.type === "array" && Array.isArray(value)) return value.map((one: unknown) => mapKnown(def.element, one, change, marker));
  if (def.type === "object" && isObject(value)) return mapObject(def.shape, value, change, marker);
  if (def.type !== "string" || typeof value !== "string" || !FREE_TEXTS.has(known)) return value;
  const changed = change(value);
  return changed === value || (changed !== marker && safeParse(known, changed).success) ? changed : undefined;
};

const mapObject = (shape: Shape, value: Readonly<Record<string, unknown>>, change: Change, marker: string): unknown => {
  const fields = Object.entries(value).flatMap(([name, field]): readonly (readonly [string, unknown])[] => {
    const schema = shape[name];
    const changed = schema ? mapKnown(schema, field, change, marker) : field;
    if (schema && changed === undefined) return isNullable(schema) ? [[name, null]] : isOptional(schema) ? [] : [[name, marker]];
    return [[name, changed]];
  });
  return fields.length > 0 || Object.keys(value).length === 0 ? Object.fromEntries(fields) : undefined;
};

/**
 * Changes the free texts of a value, and nothing else of it. A text that becomes the marker, or what its schema does not take, is left
 * out where it may be absent, or null where that says so: where neither may be, the marker stands in its place.
 */
export const mapTexts = (schema: z.core.$ZodType, value: unknown, change: Change, marker: string): unknown =>
  mapKnown(schema, value, change, marker) ?? marker;

const listTexts = (schema: Schema, value: unknown): readonly string[] | undefined => {
  if (typeof value === "string") return FREE_TEXTS.has(schema) ? [value] : undefined;
  if (schema.def.type !== "object" || !isObject(value)) return undefined;
  // A text by languages is one text.
  const { shape } = schema.def;
  const lists = Object.entries(value).map(([name, field]) => shape[name] && listTexts(unwrap(shape[name], field), field));
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
};

/** What stands at a path: its texts, where it is nothing but free text. Undefined where nothing stands there. */
export const followPath = (
  schema: z.core.$ZodType,
  value: unknown,
  [name, ...rest]: readonly string[],
): { readonly texts: readonly string[] | undefined } | undefined => {
  const known = unwrap(schema, value);
  const { def } = known;
  if (name === undefined) return { texts: listTexts(known, value) };
  if (Array.isArray(value) && def.type === "array" && /^(?:0|[1-9]\d*)$/.test(name))
    return Number(name) < value.length ? followPath(def.element, value[Number(name)], rest) : undefined;
  if (!isObject(value) || !Object.hasOwn(value, name)) return undefined;
  const field = def.type === "object" ? def.shape[name] : undefined;
  return field ? followPath(field, value[name], rest) : { texts: undefined };
};
