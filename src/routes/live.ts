import { subscribeToMeeting } from "../store/client.ts";
import { respondWithProblem } from "../http/problems.ts";
import { createRoutes, NO_MEETING } from "./app.ts";

export const liveRoutes = createRoutes();

/**
 * Follows a meeting by WebSocket: `{ "version": N }` at once and after each event. Any Origin may: it says no more than the
 * page, which anyone may read, and takes nothing from whoever asks.
 */
liveRoutes.get("/:body/:meeting/live", async (c) => {
  if (c.req.header("upgrade")?.toLowerCase() !== "websocket")
    return respondWithProblem({
      code: "not-a-websocket",
      detail: "A meeting is socket by WebSocket.",
      headers: { upgrade: "websocket" },
    });
  const { body, meeting } = c.req.param();
  const socket = await subscribeToMeeting(c.env, body, meeting);
  if (socket === "missing") return respondWithProblem(NO_MEETING);
  if (socket === "full")
    return respondWithProblem({ code: "too-many-followers", detail: "Look at the page again from time to time instead." });
  return new Response(null, { status: 101, webSocket: socket });
});
