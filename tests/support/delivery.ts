import { sha256 } from "@noble/hashes/sha2.js";
import type { PlenaryEvent } from "../../src/meeting/events.ts";
import type { Delivery } from "../../src/store/body/log-table.ts";

/** An event as the door hands it to its body once it is verified. */
export const deliveryOf = (id: string, event: PlenaryEvent): Delivery => {
  const raw = new TextEncoder().encode(JSON.stringify(event));
  return { id, timestamp: "0", signature: "v1,", key: "operator", raw, digest: sha256(raw).toHex(), event };
};
