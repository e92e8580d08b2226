import { checkAtDoor } from "./check-at-door.ts";
import type { Happening } from "./happening.ts";
import type { MeetingState } from "./state.ts";

/** An item that is moved is asked for where it was: of a number that was given twice the later word holds. */
export const asks = ({ event }: { readonly event: { readonly type: Happening["event"]["type"] } }): boolean => event.type === "item.moved";

/** Whether a fact that asks for something does not find it: that may be told later. */
export const isUnmet = (state: MeetingState, happening: Happening): boolean => asks(happening) && !checkAtDoor(state, happening).ok;
