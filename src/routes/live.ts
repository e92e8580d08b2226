import { respondWithProblem } from "../http/problems.ts";
import { findLanguage } from "../meeting/language-tag.ts";
import { subscribeToMeeting } from "../store/client.ts";
import { createRoutes, NO_MEETING } from "./app.ts";

export const liveRoutes = createRoutes();

/**
 * Follows a meeting by WebSocket: `{ "version": N }` at once and after each event; with `?lang=` then also what happened, in words. Any Origin
 * may: it says no more than the page, which anyone may read, and takes nothing from whoever asks.
 */
liveRoutes.get("/:body/:meeting/live", async (c) => {
  if (c.req.header("upgrade")?.toLowerCase() !== "websocket")
    return respondWithProblem({
      code: "not-a-websocket",
      detail: "A meeting is followed by WebSocket.",
      headers: { upgrade: "websocket" },
    });
  const { body, meeting } = c.req.param();
  const socket = await subscribeToMeeting(c.env, body, meeting, findLanguage(c.req.query("lang")));
  if (socket === "missing") return respondWithProblem(NO_MEETING);
  if (socket === "full")
    return respondWithProblem({ code: "too-many-followers", detail: "Look at the page again from time to time instead." });
  return new Response(null, { status: 101, webSocket: socket });
});
