import { setup, stateIn } from "xstate";
import type { EventOf } from "../src/meeting/events.ts";
import type { MilestoneType } from "./meeting/milestones.ts";
import type { StateMeta } from "./meeting/refusals.ts";

/** One meeting and its agenda. */
export const agendaMachine = setup({
  types: {
    events: {} as EventOf<MilestoneType>,
    tags: {} as "acceptsSlotEvents",
    meta: {} as StateMeta,
  },
  guards: {
    agendaIsAdopted: stateIn({ agenda: "adopted" }),
    meetingIsOpened: stateIn({ meeting: { underWay: "opened" } }),
    meetingWasOpened: stateIn({ lifecycle: "inSession" }),
    reportIsAdopted: stateIn({ agenda: { adopted: "reportAdopted" } }),
    isInPart: (_, { data }: EventOf<"report.adopted">) => data.manner === "in part",
  },
  actions: {
    // Said again: it is so already.
    changeNothing: () => {},
    // A document is laid over the programme: see `revise`.
    changeProgramme: () => {},
  },
}).createMachine({
  id: "agenda",
  description:
    "Real meetings are opened and adopt their agenda in either order: the opening is item 1 (a), the adoption item 1 (b). So the two run side by side, and the lifecycle follows both.",
  type: "parallel",
  states: {
    lifecycle: {
      description: "The four states that delegates know. It only ever goes forward: what was so is not undone by what comes after it.",
      initial: "provisional",
      states: {
        provisional: {
          description: "The agenda is issued as a document; the body has not adopted it.",
          always: [
            { guard: "meetingIsOpened", target: "inSession" },
            { guard: "agendaIsAdopted", target: "adopted" },
          ],
        },
        adopted: {
          description: "The body adopted its agenda, and the meeting was never reported as opened.",
          always: [
            { guard: "reportIsAdopted", target: "reportAdopted" },
            { guard: "meetingIsOpened", target: "inSession" },
          ],
        },
        inSession: {
          description: "The meeting was opened: on the provisional agenda, as long as the body has adopted none.",
          always: { guard: "reportIsAdopted", target: "reportAdopted" },
        },
        reportAdopted: { description: "The body adopted its report, and not in part only." },
      },
    },
    agenda: {
      description: "What the body adopted. A report can't precede the agenda; it may well follow the closure.",
      initial: "provisional",
      states: {
        provisional: {
          description: "Sittings are tentative.",
          meta: { refusals: { "report.adopted": "report-before-adoption", "report.issued": "report-before-adoption" } },
          on: { "agenda.adopted": "adopted" },
        },
        adopted: {
          description: "Sittings are confirmed.",
          initial: "reportAwaited",
          on: { "agenda.adopted": { actions: "changeNothing" } },
          states: {
            reportAwaited: {
              description: "The report is not adopted yet, or in part only.",
              on: {
                "report.adopted": [
                  { guard: { type: "isInPart", params: ({ event }) => event }, target: "reportAwaited" },
                  { target: "reportAdopted" },
                ],
                "report.issued": "reportAwaited",
              },
            },
            reportAdopted: {
              description: "Ad referendum first, or as amended: a report may be adopted again.",
              on: { "report.adopted": "reportAdopted", "report.issued": "reportAdopted" },
            },
          },
        },
      },
    },
    meeting: {
      description: "The gathering itself.",
      initial: "underWay",
      on: { "agenda.revised": { actions: "changeProgramme" }, "meeting.withdrawn": ".withdrawn" },
      states: {
        underWay: {
          description: "To be held, or being held: its sittings and items go on.",
          tags: "acceptsSlotEvents",
          initial: "announced",
          on: {
            "meeting.closed": "closed",
            "meeting.cancelled": "cancelled",
            "meeting.reinstated": { actions: "changeNothing" },
            "meeting.rescheduled": { actions: "changeProgramme" },
          },
          states: {
            announced: {
              description: "Delegates know its dates; it was not opened.",
              meta: { refusal: "not-opened" },
              on: {
                "meeting.opened": "opened",
                "meeting.postponed": "#agenda.meeting.postponed",
              },
            },
            opened: {
              description: "The chair opened it.",
              meta: { refusal: "already-opened" },
              on: {
                "meeting.opened": { actions: "changeNothing" },
                "meeting.resumed": { actions: "changeNothing" },
                "meeting.suspended": "suspended",
              },
            },
            suspended: {
              description: "Broken off, to be resumed, perhaps at other dates.",
              meta: { refusal: "meeting-suspended" },
              on: { "meeting.suspended": { actions: "changeNothing" }, "meeting.resumed": "opened" },
            },
          },
        },
        postponed: {
          description: "It will be at another time, not known until another programme says so.",
          meta: { refusal: "meeting-postponed" },
          on: {
            "meeting.postponed": { actions: "changeNothing" },
            "agenda.revised": "underWay",
            "meeting.rescheduled": "underWay",
            "meeting.reinstated": "underWay",
            "meeting.cancelled": "cancelled",
            "meeting.opened": { target: "underWay.opened", meta: { isUnusual: true } },
          },
        },
        cancelled: {
          description: "It will not take place, or not go on. What was held stays; if it is opened all the same, it takes place.",
          meta: { refusal: "meeting-cancelled" },
          on: {
            "meeting.cancelled": { actions: "changeNothing" },
            "meeting.reinstated": [{ guard: "meetingWasOpened", target: "underWay.opened" }, { target: "underWay" }],
            "meeting.opened": { target: "underWay.opened", meta: { isUnusual: true } },
          },
        },
        closed: {
          description: "The chair closed it. Whether it was ever opened is in the lifecycle.",
          meta: { refusal: "meeting-closed" },
          on: { "meeting.closed": { actions: "changeNothing" } },
        },
        withdrawn: {
          description: "It was announced by mistake, or under a wrong id.",
          meta: { refusal: "meeting-withdrawn" },
          on: { "meeting.withdrawn": { actions: "changeNothing" } },
        },
      },
    },
  },
});
