import * as z from "zod/mini";

/** What is told is not changed by who reads it. */
export const buildListSchema = <Item extends z.core.$ZodType>(item: Item) => z.readonly(z.array(item));

/** An address of the service, whole. */
export const address = z.url();

/** An address below the service's origin. */
export const path = z.string().check(z.regex(/^\//));

export const utcInstant = z.iso.datetime();

/** The codes of a closed table, as `/problems` prints them. */
export const buildCodeSchema = <Code extends string>(table: Readonly<Record<Code, unknown>>) => z.enum(Object.keys(table) as Code[]);
