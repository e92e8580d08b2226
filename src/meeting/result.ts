/** A value, or why there is none. A refusal is a value; an exception is a mistake of ours. */
export type Result<Value, Reason> = Success<Value> | Failure<Reason>;

export interface Success<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Failure<Reason> {
  readonly ok: false;
  readonly error: Reason;
}

export const succeed = <Value>(value: Value): Success<Value> => ({ ok: true, value });

export const fail = <Reason>(error: Reason): Failure<Reason> => ({ ok: false, error });

/** Goes on with a value, where there is one. */
export const chain = <Value, Next, Reason>(
  result: Result<Value, Reason>,
  next: (value: Value) => Result<Next, Reason>,
): Result<Next, Reason> => (result.ok ? next(result.value) : result);
