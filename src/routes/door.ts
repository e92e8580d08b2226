import { problemResponse } from "../problems.ts";
import { receiveEvent } from "../webhooks/door.ts";
import { listKeys } from "../webhooks/key-list.ts";
import { exportLog, importLog } from "../webhooks/log-transfer.ts";
import { routes } from "./app.ts";

export const doorRoutes = routes();

doorRoutes.post("/:body/events", async (c) => {
  const now = Date.now();
  const answer = await receiveEvent(c.req.raw, c.req.param("body"), c.env, now);
  // By this a sender whose clock is wrong can correct its signatures (RFC 9110 §6.6.1); workerd alone would not say it.
  answer.headers.set("date", new Date(now).toUTCString());
  return answer;
});
doorRoutes.all("/:body/events", () =>
  problemResponse({ code: "method-not-allowed", detail: "Events are posted to this address.", headers: { allow: "POST" } }),
);

doorRoutes.post("/:body/log/export", (c) => exportLog(c.req.raw, c.req.param("body"), c.env, Date.now()));
doorRoutes.post("/:body/log/import", (c) => importLog(c.req.raw, c.req.param("body"), c.env, Date.now()));
doorRoutes.post("/:body/keys/list", (c) => listKeys(c.req.raw, c.req.param("body"), c.env, Date.now()));
