import { createActor, type AnyStateMachine, type EventFromLogic, type InputFrom, type SnapshotFrom } from "xstate";

/**
 * The pure transition of a machine. That of the library makes an actor each time, which takes a third of folding a long log; here one
 * that never runs serves all.
 */
export const createTransition = <Machine extends AnyStateMachine>(
  machine: Machine,
  input: InputFrom<Machine>,
): ((snapshot: SnapshotFrom<Machine>, event: EventFromLogic<Machine>) => SnapshotFrom<Machine>) => {
  const self = createActor(machine, { input });
  const scope = {
    self,
    system: self.system,
    id: self.id,
    sessionId: self.sessionId,
    logger: () => {},
    defer: () => {},
    emit: () => {},
    stopChild: () => {},
    actionExecutor: () => {},
  };
  return (snapshot, event) => machine.transition(snapshot, event, scope) as SnapshotFrom<Machine>;
};
