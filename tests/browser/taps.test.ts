import type { Locator } from "playwright-core";
import { describe, expect } from "vitest";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import type { Service } from "../node/service.ts";
import { consoleOf, logOf, withSecret, type Secretary } from "./secretary.ts";
import { it as visits } from "./visits.ts";

/** One event as it is ordered: in the row of a sitting, of an item in it, or of the meeting. */
interface Order {
  readonly type: string;
  readonly sitting?: string;
  readonly item?: string;
  readonly button: string;
  /** Whether it stands under "More". */
  readonly isMore?: boolean;
  readonly fields?: Readonly<Record<string, string>>;
}

/** What it took to give orders. */
interface Effort {
  taps: number;
  fields: number;
}

const MORNING = "Wednesday morning";
const AFTERNOON = "Wednesday afternoon";
const TO_AFTERNOON = "Move to Wednesday afternoon, 27 January 2010";

/** The events of a commission's day. */
const SIXTEEN: readonly Order[] = [
  { type: "meeting.opened", button: "Open the meeting" },
  { type: "agenda.adopted", button: "Adopt the agenda" },
  { type: "slot.delayed", sitting: MORNING, button: "15 min" },
  { type: "slot.opened", sitting: MORNING, button: "Open" },
  { type: "item.taken_up", sitting: MORNING, item: "2.", button: "Take up" },
  { type: "item.concluded", sitting: MORNING, item: "2.", button: "Conclude" },
  { type: "item.taken_up", sitting: MORNING, item: "3.", button: "Take up" },
  { type: "item.left_open", sitting: MORNING, item: "3.", button: "Leave open" },
  { type: "item.moved", sitting: MORNING, item: "6.", button: TO_AFTERNOON, isMore: true },
  { type: "slot.suspended", sitting: MORNING, button: "Suspend" },
  { type: "slot.resumed", sitting: MORNING, button: "Resume" },
  { type: "slot.extended", sitting: MORNING, button: "Extend the sitting", isMore: true, fields: { "Ends at": "2010-01-27T13:30" } },
  { type: "slot.relocated", sitting: AFTERNOON, button: "Change the room", isMore: true, fields: { Room: "Board Room D" } },
  { type: "notice.given", sitting: AFTERNOON, button: "Give delegates a notice", isMore: true, fields: { "Words to delegates": "Doors." } },
  { type: "slot.adjourned", sitting: MORNING, button: "Adjourn" },
  { type: "slot.cancelled", sitting: AFTERNOON, button: "Cancel the sitting", isMore: true, fields: { Reason: "for technical reasons" } },
];

/** An ordinary day: the sitting opened, six items taken up and concluded, one moved, the sitting adjourned. */
const ORDINARY: readonly Order[] = [
  { type: "slot.opened", sitting: MORNING, button: "Open" },
  ...["1 (a).", "1 (b).", "2.", "3.", "4.", "5."].flatMap((item): readonly Order[] => [
    { type: "item.taken_up", sitting: MORNING, item, button: "Take up" },
    { type: "item.concluded", sitting: MORNING, item, button: "Conclude" },
  ]),
  { type: "item.moved", sitting: MORNING, item: "6.", button: TO_AFTERNOON, isMore: true },
  { type: "slot.adjourned", sitting: MORNING, button: "Adjourn" },
];

/** `busy` is a copy of the seed whose first sitting is to take up seven items. */
const it = visits.extend("busy", async ({ meeting, service }) => {
  const items = ["1(a)", "1(b)", "2", "3", "4", "5", "6"];
  const slots = meeting.slots.map((slot) => (slot.number === "1" ? { ...slot, items } : slot));
  const busy = { ...meeting, id: `busy-${crypto.randomUUID().slice(0, 8)}`, slots };
  await service.announce(busy);
  return busy;
});

/** Gives orders as a person does, and counts. */
const giveOrders = async ({ page, isDone }: Secretary, orders: readonly Order[]): Promise<Effort> => {
  const effort: Effort = { taps: 0, fields: 0 };
  const dialog = page.getByRole("dialog");
  const tap = async (target: Locator): Promise<void> => {
    await target.click();
    effort.taps += 1;
  };
  const fill = async (label: string, value: string): Promise<void> => {
    const field = dialog.getByLabel(label, { exact: true });
    if (await field.evaluate((element) => element instanceof HTMLSelectElement)) await field.selectOption({ label: value });
    else await field.fill(value);
    effort.fields += 1;
  };
  const findRow = ({ sitting, item }: Order): Locator => {
    if (sitting === undefined) return page.locator(".steps");
    const row = page.locator(".sitting").filter({ has: page.locator("h3", { hasText: sitting }) });
    return item === undefined ? row : row.locator(".item-row").filter({ has: page.locator("bdi", { hasText: item }) });
  };
  for (const order of orders) {
    const row = findRow(order);
    const more = row.locator("> .orders > .more-orders");
    if (order.isMore === true && !(await more.evaluate((details) => details.hasAttribute("open")))) await tap(more.locator("> summary"));
    const name = new RegExp(`^${order.button}…?$`);
    const button = order.item === undefined && order.sitting !== undefined ? row.locator("> .orders") : row;
    const target = button.getByRole("button", { name });
    const isAsked = (await target.textContent())?.endsWith("…") ?? false;
    await tap(target);
    if (isAsked) {
      for (const [label, value] of Object.entries(order.fields ?? {})) await fill(label, value);
      await dialog.locator(".changes").first().waitFor();
      await tap(dialog.locator("button.go"));
      await dialog.waitFor({ state: "detached" });
    }
    await isDone();
  }
  return effort;
};

const typesIn = async (service: Service, meeting: MeetingRecord): Promise<readonly string[]> =>
  (await logOf(service, meeting)).slice(1).map(({ type }) => type);

const typesOf = (orders: readonly Order[]): readonly string[] => orders.map(({ type }) => type);

describe("what steering costs a busy secretary", () => {
  it("sixteen events of a commission's day cost 30 taps and 4 fields at most", async ({ busy, service, visit }) => {
    const secretary = await withSecret(await visit(consoleOf(busy)), service.secret);
    const { taps, fields } = await giveOrders(secretary, SIXTEEN);
    await expect.poll(() => typesIn(service, busy)).toEqual(typesOf(SIXTEEN));
    expect(taps).toBeLessThanOrEqual(30);
    expect(fields).toBeLessThanOrEqual(4);
  });

  it("an ordinary day costs a tap an event, and one for what stands under More", async ({ busy, service, visit }) => {
    const secretary = await withSecret(await visit(consoleOf(busy)), service.secret);
    const { taps, fields } = await giveOrders(secretary, ORDINARY);
    await expect.poll(() => typesIn(service, busy)).toEqual(typesOf(ORDINARY));
    expect({ taps, fields }).toEqual({ taps: ORDINARY.length + 1, fields: 0 });
  });
});
