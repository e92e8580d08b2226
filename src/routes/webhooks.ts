import { respondWithProblem } from "../http/problems.ts";
import { receiveEvent } from "../webhooks/receive-event.ts";
import { answerEndpointsRequest } from "../webhooks/endpoint-requests.ts";
import { answerKeysRequest } from "../webhooks/key-requests.ts";
import { serveLogExport, receiveLogImport } from "../webhooks/log-transfer.ts";
import { receiveOffer } from "../webhooks/setup-link.ts";
import { createRoutes } from "./app.ts";

export const webhookRoutes = createRoutes();

webhookRoutes.post("/:body/events", (c) => receiveEvent(c.req.raw, c.req.param("body"), c.env, Date.now));
webhookRoutes.all("/:body/events", () =>
  respondWithProblem({ code: "method-not-allowed", detail: "Events are posted to this address.", headers: { allow: "POST" } }),
);

webhookRoutes.post("/setup/offers", (c) => receiveOffer(c.req.raw, c.env, Date.now()));
webhookRoutes.post("/:body/log/export", (c) => serveLogExport(c.req.raw, c.req.param("body"), c.env, Date.now()));
webhookRoutes.post("/:body/log/import", (c) => receiveLogImport(c.req.raw, c.req.param("body"), c.env, Date.now()));
webhookRoutes.post("/:body/keys/list", (c) => answerKeysRequest(c.req.raw, c.req.param("body"), c.env, Date.now()));
webhookRoutes.post("/:body/endpoints", (c) => answerEndpointsRequest(c.req.raw, c.req.param("body"), c.env, Date.now()));
