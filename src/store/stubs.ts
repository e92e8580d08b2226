import * as z from "zod/mini";
import { bodyId } from "../meeting/identifiers.ts";
import type { BodyObject } from "./body/body.ts";
import type { DirectoryObject } from "./directory.ts";
import { unwrap } from "./stored.ts";

export const openDirectory = (env: Env): DurableObjectStub<DirectoryObject> => env.DIRECTORY.getByName("directory");

/** The object of a body, which must be in the directory: to address one is to make it. */
export const openBody = (env: Env, id: string): DurableObjectStub<BodyObject> => env.BODIES.getByName(id);

/** Bodies never vanish, so this process need ask for each only once. */
const known = new Set<string>();

/** Whether a body is registered. Asking creates nothing. */
export const hasBody = async (env: Env, id: string): Promise<boolean> => {
  if (known.has(id)) return true;
  if (!z.safeParse(bodyId, id).success) return false;
  const found = await unwrap(openDirectory(env).has(id));
  if (found) known.add(id);
  return found;
};
