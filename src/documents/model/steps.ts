/** What one step of a reducer leaves: the state after it, and what it lets out. */
export interface Step<State, Out> {
  readonly state: State;
  readonly out: readonly Out[];
}

/** A step to a state, with what it lets out. */
export const stepTo = <State, Out = never>(state: State, ...out: readonly Out[]): Step<State, Out> => ({ state, out });

export type Reducer<State, Event, Out> = (state: State, event: Event) => Step<State, Out>;

/** Runs a reducer over events, and gathers what its steps let out. */
export const runSteps = <State, Event, Out>(
  start: State,
  events: Iterable<Event>,
  reduce: Reducer<State, Event, Out>,
): { readonly state: State; readonly out: readonly Out[] } => {
  const gathered: Out[] = [];
  let state = start;
  for (const event of events) {
    const step = reduce(state, event);
    state = step.state;
    for (const one of step.out) gathered.push(one);
  }
  return { state, out: gathered };
};

/** One step after another. */
export const chainSteps = <State, Out>(first: Step<State, Out>, next: (state: State) => Step<State, Out>): Step<State, Out> => {
  const second = next(first.state);
  return { state: second.state, out: [...first.out, ...second.out] };
};
