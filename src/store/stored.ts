import { fail, succeed, type Result } from "../meeting/result.ts";

/**
 * What an object answers: a value, or what its storage says why there is none. Over RPC an error would lose its class, and the runtime
 * would print it as one that nobody expects.
 */
export type Stored<Value> = Result<Value, string>;

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? String(error)) : String(error));

/** Lets an object answer by value. Where its tables could not be opened that is what it answers to everything. */
export const createAnswerer =
  (opened: Stored<unknown>) =>
  async <Value>(run: () => Value | Promise<Value>): Promise<Stored<Value>> => {
    if (!opened.ok) return opened;
    try {
      return succeed(await run());
    } catch (error) {
      return fail(describe(error));
    }
  };

/** The value that an object answered. Why there is none is thrown on this side, as what the runtime says of an object that it can't reach. */
export const unwrap = async <Value>(answered: Promise<Stored<Value>>): Promise<Value> => {
  const stored = await answered;
  if (!stored.ok) throw new Error(stored.error);
  return stored.value;
};
