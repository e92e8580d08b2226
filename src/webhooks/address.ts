import * as z from "zod/mini";
import { refuse, type Problem } from "../http/problems.ts";
import { bodyId } from "../meeting/identifiers.ts";
import type { Failure } from "../meeting/result.ts";

/** Nothing is read of what is sent to an address that can be no body's. */
export const refuseAddress = (body: string): Failure<Problem> | undefined =>
  z.safeParse(bodyId, body).success ? undefined : refuse("no-such-body", "No body is registered here, nor can one be.");
