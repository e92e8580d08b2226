import * as z from "zod/mini";

/** What a check of a text may ask for; the first that it takes is the value. */
const TEXTS = [
  "value",
  "2010-01-27",
  "2010-01-27T10:00",
  "2010-01-27T09:20:00Z",
  "Europe/Vienna",
  "https://documents.example/{symbol}",
  "secretariat@body.example",
  "7",
  "/data/note",
] as const;
const NUMBERS = [60, 1, 0] as const;

type Schema = z.core.$ZodType & { readonly def: z.core.$ZodTypes["_zod"]["def"] };

const generateFirst = (schema: z.core.$ZodType, values: readonly unknown[]): unknown => {
  const found = values.find((value) => z.core.safeParse(schema, value).success);
  if (found === undefined) throw new Error(`none of ${values.join(", ")} is a value of the schema: add one that is`);
  return found;
};

/** A value of a schema, with every field that the schema has, optional ones too. */
export const generateValue = (schema: z.core.$ZodType): unknown => {
  const { def } = schema as Schema;
  switch (def.type) {
    case "object":
      return Object.fromEntries(Object.entries(def.shape).map(([name, field]) => [name, generateValue(field)]));
    case "optional":
    case "nullable":
      return generateValue(def.innerType);
    case "array":
      return [generateValue(def.element)];
    case "union":
      return generateFirst(schema, def.options.map(generateValue));
    case "enum":
      return Object.values(def.entries).at(-1);
    case "record":
      return {};
    case "literal":
      return def.values[0];
    case "boolean":
      return true;
    case "number":
      return generateFirst(schema, NUMBERS);
    case "string":
      return generateFirst(schema, TEXTS);
    default:
      throw new Error(`no value is known of the type ${def.type}: say here how one is made`);
  }
};
