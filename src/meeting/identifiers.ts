import * as z from "zod/mini";
import { LIMITS } from "./limits.ts";
import { isDate, isLocalTime, isZone } from "./local-time.ts";
import { FREE_TEXTS, LANGUAGES } from "./text.ts";

/** Names that stand in addresses beside those of bodies and meetings. */
const RESERVED = new Set(
  [
    "events keys endpoints log live console assets screen healthz problems slots items my all setup bodies embed openapi sw favicon".split(
      " ",
    ),
    LANGUAGES,
  ].flat(),
);

const buildIdSchema = (maxLength: number) =>
  z.string().check(
    z.regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, "must be lower-case letters, digits and hyphens"),
    z.maxLength(maxLength, `must not be longer than ${maxLength} characters`),
    z.refine((value: string) => !RESERVED.has(value), "is reserved: choose another"),
  );

export const bodyId = buildIdSchema(64);
export const meetingId = buildIdSchema(48);
/** Given by the secretariat: of a meeting's deadlines. */
export const deadlineId = buildIdSchema(32);

export const date = z.string().check(z.refine(isDate, "must be a date such as 2010-01-27"));
export const localTime = z.string().check(z.refine(isLocalTime, "must be a local time such as 2010-01-27T10:00"));
/** Shared by all six languages of a document: `CTOC/COP/WG.4/2010/2`, `CL 9/INF/4`, `REEF/2031/1 Rev.1`. */
export const symbol = z
  .string()
  .check(z.regex(/^[A-Za-z0-9](?: ?[A-Za-z0-9./():-]){0,79}$/, "must be a document symbol such as CTOC/COP/WG.4/2010/2"));
/** `1(a)`, `16.1`, `INS 1`: an item as slots and documents name it. */
export const itemNumber = z
  .string()
  .check(z.regex(/^[\p{L}\p{N}](?:[\p{L}\p{N} .()/-]{0,22}[\p{L}\p{N}).])?$/u, 'must be an item number such as "4" or "1(a)"'));
/** An identity, not an ordinal: never reused, never printed as "3rd meeting". */
export const slotNumber = z.string().check(z.regex(/^[1-9]\d{0,3}$/, 'must be a slot number such as "3"'));

const LINK = /^https:\/\/[^\s\p{C}"<>\\]+$/u;
export const secureLink = z
  .string()
  .check(
    z.maxLength(LIMITS.link.max),
    z.refine((address: string) => LINK.test(address) && URL.canParse(address), "must be an https link"),
  )
  .register(FREE_TEXTS, {});
export const email = z
  .string()
  .check(z.maxLength(254), z.regex(/^[\w!#$&'*+/=?^`{|}~.-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i, "must be an e-mail address"))
  .register(FREE_TEXTS, {});
export const zone = z.string().check(z.refine(isZone, "must be an IANA time zone such as Europe/Vienna"));
