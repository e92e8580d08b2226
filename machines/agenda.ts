import { setup } from "xstate";

/** The machine decides by the step alone; what the step says stays in the event. */
export type AgendaStep =
  | "agenda.revised"
  | "agenda.adopted"
  | "meeting.opened"
  | "meeting.suspended"
  | "meeting.resumed"
  | "meeting.closed"
  | "meeting.postponed"
  | "meeting.rescheduled"
  | "meeting.cancelled"
  | "report.adopted"
  | "report.issued";

/** Another programme leaves a meeting where it stands. */
const programmeChangesIn = <State extends string>(state: State) => ({ "agenda.revised": state, "meeting.rescheduled": state });

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
          states: {
            reportAwaited: { on: { "report.adopted": "reportAdopted", "report.issued": "reportAwaited" } },
            // In part first, or ad referendum: a report may be adopted again.
            reportAdopted: { on: { "report.issued": "reportAdopted", "report.adopted": "reportAdopted" } },
          },
        },
      },
    },
    meeting: {
      initial: "createSingleFlight",
      states: {
        createSingleFlight: {
          tags: "takesSittings",
          initial: "announced",
          on: { "meeting.closed": "closed", "meeting.cancelled": "cancelled" },
          states: {
            announced: {
              on: { ...programmeChangesIn("announced"), "meeting.opened": "opened", "meeting.postponed": "#agenda.meeting.postponed" },
            },
            opened: { on: { ...programmeChangesIn("opened"), "meeting.suspended": "suspended" } },
            suspended: { on: { ...programmeChangesIn("suspended"), "meeting.resumed": "opened" } },
          },
        },
        postponed: { on: { ...programmeChangesIn("createSingleFlight"), "meeting.cancelled": "cancelled" } },
        cancelled: {},
        closed: {},
      },
    },
  },
});

/** What `StateValueFrom` says of a parallel machine is too loose to use; tests hold this to the machine's own states. */
export interface AgendaValue {
  readonly agenda: "provisional" | { readonly adopted: "reportAwaited" | "reportAdopted" };
  readonly meeting: "postponed" | "cancelled" | "closed" | { readonly createSingleFlight: "announced" | "opened" | "suspended" };
}

/** The four states of a meeting that delegates know. */
export const LIFECYCLE = ["provisional", "adopted", "in session", "report adopted"] as const;
export type Lifecycle = (typeof LIFECYCLE)[number];

export type AgendaStatus = "provisional" | "reportAwaited" | "reportAdopted";
export type MeetingStatus = "announced" | "opened" | "suspended" | "postponed" | "cancelled" | "closed";

export const agendaStatusOf = ({ agenda }: AgendaValue): AgendaStatus => (typeof agenda === "string" ? agenda : agenda.adopted);
export const meetingStatusOf = ({ meeting }: AgendaValue): MeetingStatus =>
  typeof meeting === "string" ? meeting : meeting.createSingleFlight;

const always = (state: Lifecycle): Record<MeetingStatus, Lifecycle> => ({
  announced: state,
  opened: state,
  suspended: state,
  postponed: state,
  cancelled: state,
  closed: state,
});

const PROJECTION: Record<AgendaStatus, Record<MeetingStatus, Lifecycle>> = {
  provisional: always("provisional"),
  reportAwaited: { ...always("adopted"), opened: "in session", suspended: "in session", closed: "in session" },
  reportAdopted: always("report adopted"),
};

/** Projects the parallel regions on the four states. */
export const lifecycleOf = (value: AgendaValue): Lifecycle => PROJECTION[agendaStatusOf(value)][meetingStatusOf(value)];
