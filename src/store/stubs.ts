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

/** Bodies of which nothing was lost when this process first read them. */
const whole = new Set<string>();

/** Makes sure that a body's log is as long as the directory knows it to be. Throws where some of it is lost: it is no other body, and none. */
export const requireWhole = async (env: Env, id: string): Promise<void> => {
  // What the directory knows was in the log before.
  const acknowledged = await unwrap(openDirectory(env).readPosition(id));
  const found = await unwrap(openBody(env, id).readPosition());
  if (found < acknowledged) {
    whole.delete(id);
    throw new Error(`The log of "${id}" has ${found} events, and ${acknowledged} were acknowledged: the rest is lost.`);
  }
  whole.add(id);
};

/** A registered body's object, with all of its log; undefined where there is no such body. */
export const findBody = async (env: Env, id: string): Promise<DurableObjectStub<BodyObject> | undefined> => {
  if (!(await hasBody(env, id))) return undefined;
  if (!whole.has(id)) await requireWhole(env, id);
  return openBody(env, id);
};
