import * as z from "zod/mini";
import { bodyId } from "../../meeting/identifiers.ts";
import { LANGUAGES } from "../../meeting/text.ts";
import { buildListSchema, utcInstant } from "./wire.ts";

/** An endpoint as it is told to who may name it: its address lets in whoever has it, so the host alone. */
const listedEndpoint = z.object({
  name: z.string(),
  generation: z.exactOptional(z.int()),
  host: z.string(),
  events: z.exactOptional(buildListSchema(z.string())),
  meetings: z.exactOptional(buildListSchema(z.string())),
  languages: z.exactOptional(buildListSchema(z.enum(LANGUAGES))),
  byItself: z.exactOptional(z.boolean()),
  /** Pieces of news that are still to be sent. */
  waiting: z.int(),
  /** How often in a row the first of them could not be delivered, and how it was last. */
  failures: z.int(),
  failure: z.exactOptional(z.string()),
  /** When it is tried again. */
  nextTry: z.exactOptional(utcInstant),
  ended: z.exactOptional(z.enum(["gone", "unreachable", "too-far-behind"])),
});

/** A mail that waits for a person, as it would go out: of what changed of a meeting since the list was mailed last, up to a position of the log. */
const waitingMail = z.object({
  name: z.string(),
  host: z.string(),
  meeting: z.string(),
  language: z.enum(LANGUAGES),
  position: z.int(),
  subject: z.string(),
  text: z.string(),
});
export type WaitingMail = z.infer<typeof waitingMail>;

/** By what was asked: `endpoints.list`, `endpoints.test`, `endpoints.secret`; `mails.list`, `mails.send`, `mails.drop`. */
export const endpointsAnswer = z.union([
  z.object({ mails: buildListSchema(waitingMail) }),
  z.object({ dropped: z.literal(true) }),
  z.object({ endpoints: buildListSchema(listedEndpoint) }),
  z.object({ delivered: z.boolean(), why: z.exactOptional(z.string()) }),
  z.object({ secret: z.string() }),
]);

/** What is sent as a test. */
export const testMessage = z.object({
  type: z.literal("endpoint.tested"),
  timestamp: utcInstant,
  data: z.object({ body: bodyId, endpoint: z.string() }),
});
export type TestMessage = z.infer<typeof testMessage>;
