import { problemResponse } from "../http/problems.ts";
import { receiveEvent } from "../webhooks/receive-event.ts";
import { listKeys } from "../webhooks/key-list.ts";
import { exportLog, importLog } from "../webhooks/log-transfer.ts";
import { routes } from "./app.ts";

export const doorRoutes = routes();

doorRoutes.post("/:body/events", (c) => receiveEvent(c.req.raw, c.req.param("body"), c.env, Date.now));
doorRoutes.all("/:body/events", () =>
  problemResponse({ code: "method-not-allowed", detail: "Events are posted to this address.", headers: { allow: "POST" } }),
);

doorRoutes.post("/:body/log/export", (c) => exportLog(c.req.raw, c.req.param("body"), c.env, Date.now()));
doorRoutes.post("/:body/log/import", (c) => importLog(c.req.raw, c.req.param("body"), c.env, Date.now()));
doorRoutes.post("/:body/keys/list", (c) => listKeys(c.req.raw, c.req.param("body"), c.env, Date.now()));
