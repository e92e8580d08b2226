import * as z from "zod/mini";
import { plenaryEvent } from "../../meeting/events.ts";
import { bodyRecord, meetingDocument, meetingRecord, slot } from "../../meeting/record.ts";
import { title, words } from "../../meeting/text.ts";
import { answer, warning } from "./answer.ts";
import { listedBodies, listedBody, meetingsOfYear } from "./bodies.ts";
import { outboxRequest } from "../../standard-webhooks/operator-requests.ts";
import { endpointsAnswer, testMessage } from "./endpoints.ts";
import { calendarEntry, milestone } from "./entry.ts";
import { health } from "./health.ts";
import { history } from "./history.ts";
import { meeting } from "./meeting.ts";
import { newsMessage } from "./news.ts";
import { serviceKeys } from "./service-keys.ts";
import { problem } from "./problem.ts";

const SCHEMAS = {
  Title: title,
  Text: words,
  BodyRecord: bodyRecord,
  MeetingRecord: meetingRecord,
  MeetingDocument: meetingDocument,
  Slot: slot,
  Event: plenaryEvent,
  Warning: warning,
  Milestone: milestone,
  CalendarEntry: calendarEntry,
  Answer: answer,
  Bodies: listedBodies,
  Body: listedBody,
  MeetingsOfYear: meetingsOfYear,
  Meeting: meeting,
  History: history,
  News: newsMessage,
  ServiceKeys: serviceKeys,
  EndpointsRequest: outboxRequest,
  EndpointsAnswer: endpointsAnswer,
  Test: testMessage,
  Health: health,
  Problem: problem,
} as const satisfies Record<string, z.core.$ZodType>;

export type ComponentName = keyof typeof SCHEMAS;

const buildReference = (name: string): string => `#/components/schemas/${name}`;

export const referTo = (name: ComponentName): { readonly $ref: string } => ({ $ref: buildReference(name) });

/**
 * JSON Schema of all that goes over the wire, each event under its type. Senders are held to what is written; readers must expect
 * fields that are not, unless `isClosed`.
 */
export const buildComponents = (isClosed: boolean): Readonly<Record<string, object>> => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });
  for (const event of plenaryEvent.def.options) registry.add(event, { id: event.shape.type.def.values[0] ?? "" });
  const { schemas } = z.toJSONSchema(registry, {
    uri: buildReference,
    unrepresentable: "any",
    io: isClosed ? "output" : "input",
    // In OpenAPI it says of a property that only answers have it.
    override: ({ jsonSchema }) => void delete jsonSchema.readOnly,
  });
  // Of a part of a document the document says the dialect and the address.
  const components = Object.entries(schemas).map(([name, { $schema: _schema, $id: _id, ...schema }]) => [name, schema] as const);
  // An event's component is named by its type.
  return Object.fromEntries(
    components.map(([name, schema]) => [name, name === "Event" ? { ...schema, discriminator: { propertyName: "type" } } : schema]),
  );
};
