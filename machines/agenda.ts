import { setup } from "xstate";

/** The machine decides by the step alone; what the step says stays in the event. */
export type AgendaStep = "meeting.opened" | "agenda.adopted" | "report.adopted" | "meeting.closed";

/**
 * The lifecycle of one meeting's agenda. Real meetings are opened and adopt their agenda in either order (item 1 (a),
 * the opening, comes before item 1 (b), the adoption), so the two run in parallel and `lifecycleOf` projects them.
 * A report can't precede the agenda, so it lives inside "adopted"; it may well follow the closure.
 */
export const agendaMachine = setup({
  types: { events: {} as { type: AgendaStep }, tags: {} as "takesSittings" },
}).createMachine({
  id: "agenda",
  type: "parallel",
  states: {
    agenda: {
      initial: "provisional",
      states: {
        provisional: { on: { "agenda.adopted": "adopted" } },
        adopted: {
          initial: "reportAwaited",
          states: { reportAwaited: { on: { "report.adopted": "reportAdopted" } }, reportAdopted: {} },
        },
      },
    },
    meeting: {
      initial: "underWay",
      states: {
        underWay: {
          tags: "takesSittings",
          initial: "announced",
          states: { announced: { on: { "meeting.opened": "opened" } }, opened: {} },
          on: { "meeting.closed": "closed" },
        },
        closed: {},
      },
    },
  },
});

/** What `StateValueFrom` says of a parallel machine is too loose to use; tests hold this to the machine's own states. */
export interface AgendaValue {
  readonly agenda: "provisional" | { readonly adopted: "reportAwaited" | "reportAdopted" };
  readonly meeting: "closed" | { readonly underWay: "announced" | "opened" };
}

/** The four states of a meeting that delegates know. */
export const LIFECYCLE = ["provisional", "adopted", "in session", "report adopted"] as const;
export type Lifecycle = (typeof LIFECYCLE)[number];

type AgendaStatus = "provisional" | "reportAwaited" | "reportAdopted";
export type MeetingStatus = "announced" | "opened" | "closed";

export const agendaStatusOf = ({ agenda }: AgendaValue): AgendaStatus => (typeof agenda === "string" ? agenda : agenda.adopted);
export const meetingStatusOf = ({ meeting }: AgendaValue): MeetingStatus => (typeof meeting === "string" ? meeting : meeting.underWay);

const PROJECTION: Record<AgendaStatus, Record<MeetingStatus, Lifecycle>> = {
  provisional: { announced: "provisional", opened: "provisional", closed: "provisional" },
  reportAwaited: { announced: "adopted", opened: "in session", closed: "in session" },
  reportAdopted: { announced: "report adopted", opened: "report adopted", closed: "report adopted" },
};

/** Projects the parallel regions on the four states. */
export const lifecycleOf = (value: AgendaValue): Lifecycle => PROJECTION[agendaStatusOf(value)][meetingStatusOf(value)];
