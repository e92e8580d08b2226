import * as z from "zod/mini";
import { bodyId, meetingId, slotNumber } from "../meeting/identifiers.ts";
import { LIMITS } from "../meeting/limits.ts";
import { LANGUAGES } from "../meeting/text.ts";
import { buildPaths, buildWebhooks } from "./openapi-paths.ts";
import { buildComponents } from "./schemas/components.ts";

const buildSchema = (schema: z.core.$ZodType): object => {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, { unrepresentable: "any" });
  return rest;
};

const buildPathParameter = (name: string, description: string, schema: object) => ({
  [name]: { name, in: "path", required: true, description, schema },
});

const buildParameter = (place: "query" | "header", name: string, description: string, schema: object) => ({
  [name]: { name, in: place, description, schema },
});

const PARAMETERS = {
  ...buildPathParameter("body", "The id of a body", buildSchema(bodyId)),
  ...buildPathParameter("meeting", "The id of a meeting of the body", buildSchema(meetingId)),
  ...buildPathParameter("slot", "The number of a plenary slot", buildSchema(slotNumber)),
  ...buildPathParameter("item", "An item as it stands in addresses: `1a` for 1(a); of a feed also several, `3+5`", { type: "string" }),
  ...buildPathParameter("year", "A year, such as 2026", { type: "string", pattern: "^[0-9]{4}$" }),
  ...buildPathParameter("day", "By the clock of the meeting's place", { type: "string", format: "date" }),
  ...buildPathParameter(
    "selection",
    "Meetings, joined by `_`, each `{body}.{meeting}`, and of those that are not chosen whole `.s` with sittings, each in base 32 by how far its number is from the one before, and `.i` with items, joined by `+`; all in order",
    { type: "string", maxLength: LIMITS.address.max },
  ),
  ...buildParameter("query", "version", "As it was known after its event of that number", { type: "integer", minimum: 1 }),
  ...buildParameter("query", "until", "Of a long history: up to its event of that number", { type: "integer", minimum: 1 }),
  ...buildParameter("query", "since", "What came after its event of that number", { type: "integer", minimum: 0 }),
  ...buildParameter("query", "lang", "The language of what is ours to say", { enum: LANGUAGES, default: "en" }),
  ...buildParameter("query", "cancelled", "What becomes of entries that are cancelled: STATUS, only the words, or left out", {
    enum: ["status", "text", "omit"],
    default: "status",
  }),
  ...buildParameter("header", "if-none-match", "The tag of what the client has", { type: "string" }),
  ...buildParameter("header", "webhook-id", "The idempotency key, the same on every retry. There always beside a signature", {
    type: "string",
    pattern: "^[\\x21-\\x7e]+$",
    maxLength: LIMITS.id.max,
  }),
  ...buildParameter("header", "webhook-timestamp", "Of this attempt, in seconds of the epoch. There always beside a signature", {
    type: "string",
    pattern: "^[0-9]{1,12}$",
  }),
};

/** `/openapi.json`: reading, sending and being told, by the schemas that the door and the builders of answers are held to. */
export const buildOpenApi = (version: string, isClosed = false) => ({
  openapi: "3.1.1",
  info: {
    title: "Plenary",
    version,
    summary: "Keeps a delegate's calendar true to a meeting's agenda",
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: "/" }],
  externalDocs: { description: "Every problem, refusal, warning and limit", url: "/problems" },
  security: [],
  paths: buildPaths(),
  webhooks: buildWebhooks(),
  components: {
    schemas: buildComponents(isClosed),
    parameters: PARAMETERS,
    headers: { etag: { description: "Changes whenever the answer does", schema: { type: "string" } } },
    responses: { unchanged: { description: "The client has it", headers: { etag: { $ref: "#/components/headers/etag" } } } },
    securitySchemes: {
      signature: {
        type: "apiKey",
        in: "header",
        name: "webhook-signature",
        description: "Signatures by Standard Webhooks, `v1,…` or `v1a,…`, one or several, separated by spaces.",
      },
      token: { type: "http", scheme: "bearer", description: "Where the operator allows it; then a delivery need not be signed." },
    },
  },
});
