import { PROBLEMS } from "../http/problems.ts";
import { referTo } from "./schemas/components.ts";
import { type ProblemCode, type Read, JSON_TYPE, READS } from "./openapi-reads.ts";

/** Of every address that reads what is stored. */
const UNREAD: readonly ProblemCode[] = ["fault", "storage-unread"];

const SENDING: readonly ProblemCode[] = [
  "not-json",
  "door-shut",
  "not-signed",
  "bad-signature",
  "bad-timestamp",
  "not-permitted",
  "no-such-body",
  "no-such-meeting",
  "incomplete",
  "impossible",
  "id-reused",
  "too-large",
  "not-an-event",
  "wrong-address",
  "too-many",
  "fault",
  "storage-refused",
  "unfoldable",
];

const ASKING: readonly ProblemCode[] = [
  "not-json",
  "door-shut",
  "not-signed",
  "bad-signature",
  "bad-timestamp",
  "not-permitted",
  "no-such-body",
  "not-found",
  "incomplete",
  "too-large",
  "not-a-log",
  "wrong-address",
  "too-many",
  ...UNREAD,
];

const refer = (kind: "parameters" | "headers" | "responses", name: string) => ({ $ref: `#/components/${kind}/${name}` });

/** One answer a status, with the codes that it may have. */
const buildProblems = (codes: readonly ProblemCode[]) =>
  Object.fromEntries(
    [...Map.groupBy(codes, (code) => PROBLEMS[code].status)].map(([status, same]) => [
      status,
      {
        description: same.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(" "),
        content: { "application/problem+json": { schema: referTo("Problem") } },
      },
    ]),
  );

const buildRead = ({ path, operationId, summary, type, schema, query = [], problems }: Read) => ({
  get: {
    operationId,
    summary,
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => refer("parameters", name)),
      ...query.map((name) => refer("parameters", name)),
      refer("parameters", "if-none-match"),
    ],
    responses: {
      200: {
        description: summary,
        headers: { etag: refer("headers", "etag") },
        content: { [type]: { schema: schema ? referTo(schema) : { type: type.endsWith("json") ? "object" : "string" } } },
      },
      304: refer("responses", "unchanged"),
      ...buildProblems([...problems, ...UNREAD]),
    },
  },
});

const HEALTH = {
  get: {
    operationId: "readHealth",
    summary: "Whether storage can be read and written, and which bodies are not served as their logs would have them",
    responses: {
      200: { description: "All is well", content: { [JSON_TYPE]: { schema: referTo("Health") } } },
      503: { description: "Something is not", content: { [JSON_TYPE]: { schema: referTo("Health") } } },
    },
  },
};

const EVENTS = {
  post: {
    operationId: "sendEvent",
    summary: "Sends an event: the one door, by which everything changes that changes",
    description:
      "Signed by Standard Webhooks: HMAC-SHA256 (`v1`) or Ed25519 (`v1a`) over the id, the timestamp and the body as it is. " +
      "With `dryRun` it is checked and answered, and changes nothing; of what would change it names a hundred entries and statuses, and with " +
      '`{ "after": 100 }` those after. The same id with the same bytes gets the answer that it got.',
    security: [{ signature: [] }, { token: [] }],
    parameters: ["body", "webhook-id", "webhook-timestamp"].map((name) => refer("parameters", name)),
    requestBody: { required: true, content: { [JSON_TYPE]: { schema: referTo("Event") } } },
    responses: {
      200: { description: "What it changed, or would", content: { [JSON_TYPE]: { schema: referTo("Answer") } } },
      ...buildProblems(SENDING),
    },
  },
};

const ENDPOINTS = {
  post: {
    operationId: "askAboutEndpoints",
    summary: "Where news of a body goes and how far it is; a test of one endpoint; its secret; mails that wait for a person",
    description:
      "Signed as an event is, by the operator's key or by one with the right `endpoints`; what is asked of mails, by one with the right `news`. Endpoints are named by `endpoint.added`.",
    security: [{ signature: [] }],
    parameters: ["body", "webhook-id", "webhook-timestamp"].map((name) => refer("parameters", name)),
    requestBody: { required: true, content: { [JSON_TYPE]: { schema: referTo("EndpointsRequest") } } },
    responses: {
      200: { description: "By what was asked", content: { [JSON_TYPE]: { schema: referTo("EndpointsAnswer") } } },
      ...buildProblems(ASKING),
    },
  },
};

/** What the service posts to endpoints that a body named. */
export const buildWebhooks = () => ({
  test: {
    post: {
      operationId: "receiveTest",
      summary: "A message that says nothing of any meeting, sent where whoever named the endpoint asks for it",
      description: "Signed as news is, and to be answered as news is.",
      parameters: ["webhook-id"].map((name) => refer("parameters", name)),
      requestBody: { required: true, content: { [JSON_TYPE]: { schema: referTo("Test") } } },
      responses: { "2XX": { description: "It was taken" } },
    },
  },
  news: {
    post: {
      operationId: "receiveNews",
      summary: "News of a body: an event that was applied, and what it changed",
      description:
        "Signed by Standard Webhooks: `v1` by the secret of the endpoint, `v1a` by the service's own key. It comes at least once, and in order: " +
        "the same id is the same news. What is not answered by 2xx within five seconds is tried again for 75 hours; 410 ends it, `Retry-After` is kept, redirects are not followed.",
      parameters: ["webhook-id"].map((name) => refer("parameters", name)),
      requestBody: { required: true, content: { [JSON_TYPE]: { schema: referTo("News") } } },
      responses: { "2XX": { description: "It was taken" }, 410: { description: "Nothing more is wanted" } },
    },
  },
});

/** Every address that is read, and the one that is sent to. */
export const buildPaths = () => ({
  "/{body}/events": EVENTS,
  "/{body}/endpoints": ENDPOINTS,
  ...Object.fromEntries(READS.map((read) => [read.path, buildRead(read)])),
  "/healthz": HEALTH,
});
