import * as z from "zod/mini";
import { buildListSchema } from "./wire.ts";

/** The public keys by which what this service sends can be verified: `whpk_` and the Base64 of an Ed25519 key. */
export const serviceKeys = z.object({ keys: buildListSchema(z.string()) });
export type ServiceKeys = z.infer<typeof serviceKeys>;
