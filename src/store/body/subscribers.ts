import { LIMITS } from "../../meeting/limits.ts";

/** What subscribers to a meeting are told: they fetch what they need. */
export interface Notification {
  readonly meeting: string;
  readonly version: number;
}

/** Under which those of all meetings are counted: no meeting has such an id. */
const ALL = "";

/** RFC 6455 §7.4.1: policy violation. */
const NOT_ALLOWED = 1008;

const sendVersion = (socket: WebSocket, version: number): void => {
  try {
    socket.send(JSON.stringify({ version }));
  } catch {
    // It is gone, and its reader will come again.
  }
};

/** The runtime itself answers "ping" by "pong": the object need not be awake for that. */
export const answerPings = (ctx: DurableObjectState): void =>
  ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));

/**
 * Takes in a subscriber to a meeting, by a WebSocket that outlives the object's memory, and tells its present version: 101.
 * 404 where the meeting has no version, 503 where it has too many.
 * @param subscribers of each meeting, as last counted, and those who came since: to count anew for each would be quadratic
 */
export const subscribe = (ctx: DurableObjectState, subscribers: Map<string, number>, { meeting, version }: Notification): Response => {
  if (version === 0) return new Response(null, { status: 404 });
  const hasRoom = (of: string, most: number): boolean => {
    const known = subscribers.get(of) ?? most;
    const count = known < most ? known : ctx.getWebSockets(of === ALL ? undefined : of).length;
    subscribers.set(of, Math.min(count + 1, most));
    return count < most;
  };
  if (!hasRoom(ALL, LIMITS.followersOfAll.max) || !hasRoom(meeting, LIMITS.followers.max)) return new Response(null, { status: 503 });
  const { 0: reader, 1: socket } = new WebSocketPair();
  ctx.acceptWebSocket(socket, [meeting]);
  sendVersion(socket, version);
  return new Response(null, { status: 101, webSocket: reader });
};

/** Tells all subscribers to a meeting; the runtime sends it once what was written is on disk. */
export const broadcast = (ctx: DurableObjectState, { meeting, version }: Notification): void => {
  for (const socket of ctx.getWebSockets(meeting)) sendVersion(socket, version);
};

/** Subscribers have nothing to say but "ping", which never comes here: one who says more would keep the object awake. */
export const closeSocket = (socket: WebSocket): void => socket.close(NOT_ALLOWED, "This line only tells.");
