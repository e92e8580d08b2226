import type * as z from "zod/mini";

/**
 * The fields that a schema has, in its order and none of them undefined: equal values are equal as JSON, however they came about, and a
 * field that is added to the schema is carried wherever this is asked.
 */
export const pickFields = <Shape extends z.core.$ZodShape, Config extends z.core.$ZodObjectConfig>(
  { shape }: z.ZodMiniObject<Shape, Config>,
  values: z.infer<z.ZodMiniObject<Shape, Config>>,
): z.infer<z.ZodMiniObject<Shape, Config>> => {
  const given = new Map<string, unknown>(Object.entries(values));
  const named = Object.keys(shape).flatMap((name) => (given.get(name) === undefined ? [] : [[name, given.get(name)] as const]));
  // What is required is there, since it is in `values`; what is left out is optional.
  return Object.fromEntries(named) as z.infer<z.ZodMiniObject<Shape, Config>>;
};
