import ical, { type ICalEventData } from "ical-generator";
import { tzlib_get_ical_block } from "timezones-ical-library";

interface Calendar {
  readonly EVENTS: readonly (ICalEventData & { readonly start: string })[];
  readonly HEADERS: Record<string, string>;
}

const blocks = new Map<string, string>();

const generator = (zone: string): string => {
  const known = blocks.get(zone) ?? tzlib_get_ical_block(zone)[0] ?? "";
  blocks.set(zone, known);
  return known;
};

/** What most services do: the calendar is made anew for each request; here from rows in memory, where theirs are in a database. */
export default {
  fetch: (request: Request, { EVENTS, HEADERS }: Calendar): Response => {
    const calendar = ical({ name: "Calendar", timezone: { name: null, generator } });
    for (const event of EVENTS) calendar.createEvent({ ...event });
    // With that header the runtime compresses.
    const coding = request.headers.get("accept-encoding") === "gzip" ? { "content-encoding": "gzip" } : {};
    return new Response(calendar.toString(), { headers: { ...HEADERS, ...coding } });
  },
};
