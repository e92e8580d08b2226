/** Milliseconds between two looks of who waits, without one for which it is taken for gone, and for which a task may take its turn. */
const LOOK = 20;
const GONE_AFTER = 2000;
const TURN = 30_000;

interface Ticket {
  /** Milliseconds of the epoch: until then its holder is taken to be there. */
  until: number;
}

/**
 * Lets one task run at a time, in the order in which they came; `full` where too many wait already. Who waits looks by itself whether its
 * turn has come, since a request may end at any time, with all that it was to do: then the next goes on.
 * @param maxWaiting beside the one that runs
 */
export const createTurns = (maxWaiting: number): (<Value>(task: () => Promise<Value>) => Promise<Value | "full">) => {
  let tickets: readonly Ticket[] = [];
  const expire = (): void => {
    const now = Date.now();
    tickets = tickets.filter(({ until }) => until > now);
  };
  return async (task) => {
    expire();
    if (tickets.length > maxWaiting) return "full";
    const ticket: Ticket = { until: Date.now() + GONE_AFTER };
    tickets = [...tickets, ticket];
    try {
      while (tickets[0] !== ticket) {
        await scheduler.wait(LOOK);
        ticket.until = Date.now() + GONE_AFTER;
        expire();
        // Taken for gone, since it could not look while another's task held the thread.
        if (!tickets.includes(ticket)) tickets = [...tickets, ticket];
      }
      ticket.until = Date.now() + TURN;
      return await task();
    } finally {
      tickets = tickets.filter((other) => other !== ticket);
    }
  };
};
