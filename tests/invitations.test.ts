import { beforeAll, describe, expect, it } from "vitest";
import type { EventMessage } from "../src/standard-webhooks/client.ts";
import { createBrowser, sendBy } from "./support/browser.ts";
import { announce, BODY, MEETING, post, type Posted } from "./support/secretariat.ts";

const AT = "2010-01-27T09:20:00Z";
const LATER = "2099-01-01T00:00:00Z";

type Limits = Readonly<Record<string, unknown>>;

const addition = (key: Limits, invitation?: string): EventMessage => ({
  type: "key.added",
  timestamp: AT,
  data: { body: BODY, key, ...(invitation !== undefined && { invitation }) },
});

const addByOperator = (key: Limits, invitation?: string): Promise<Posted> => post(JSON.stringify(addition(key, invitation)));

/** An invitation, as the key in its link. */
const invite = async (name: string, limits: Limits = {}) => {
  const link = await createBrowser();
  expect(await addByOperator({ name, publicKey: link.publicKey, invites: true, until: LATER, ...limits })).toMatchObject({ status: 200 });
  return link;
};

const happening = (type: string, data: Limits = {}): EventMessage => ({
  type,
  timestamp: AT,
  data: { body: BODY, meeting: MEETING, ...data },
});

const REFUSED = { status: 401, answer: { code: "not-permitted" } };
const UNKNOWN = { status: 401, answer: { code: "bad-signature" } };

beforeAll(() => announce());

describe("an invitation", () => {
  it("lets the browser that opens it have a key, which may what the invitation says, and no more", async () => {
    const link = await invite("invitation-1", { events: ["slot.opened"], meeting: MEETING });
    const { secret, publicKey } = await createBrowser();
    expect(await sendBy(link.secret, addition({ name: "phone-1", publicKey }, "invitation-1"))).toMatchObject({ status: 200 });
    expect(await sendBy(secret, happening("slot.opened", { slot: "1" }))).toMatchObject({ status: 200 });
    expect(await sendBy(secret, happening("slot.adjourned", { slot: "1" }))).toMatchObject(REFUSED);
  });

  it("is spent by that: the next is told that it is none", async () => {
    const link = await invite("invitation-2");
    const [one, other] = [await createBrowser(), await createBrowser()];
    expect(await sendBy(link.secret, addition({ name: "phone-2", publicKey: one.publicKey }, "invitation-2"))).toMatchObject({
      status: 200,
    });
    const late = await sendBy(link.secret, addition({ name: "phone-2b", publicKey: other.publicKey }, "invitation-2"));
    expect(late.status).toBe(401);
    expect(await sendBy(other.secret, happening("meeting.opened"))).toMatchObject(UNKNOWN);
  });

  it("lets one of two browsers win that come at once", async () => {
    const link = await invite("invitation-3");
    const browsers = await Promise.all([createBrowser(), createBrowser()]);
    const answers = await Promise.all(
      browsers.map(({ publicKey }, at) => sendBy(link.secret, addition({ name: `phone-3-${at}`, publicKey }, "invitation-3"))),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 401]));
  });

  it("does nothing else", async () => {
    const link = await invite("invitation-4");
    const { publicKey } = await createBrowser();
    for (const event of [
      happening("meeting.opened"),
      addition({ name: "phone-4", publicKey }),
      addition({ name: "phone-4", publicKey }, "invitation-2"),
      { type: "key.revoked", timestamp: AT, data: { body: BODY, name: "phone-1" } },
    ])
      expect(await sendBy(link.secret, event), event.type).toMatchObject(REFUSED);
  });

  it.for([
    { name: "rights", limits: { rights: ["keys"] } },
    { name: "further invitations", limits: { invites: true, until: LATER } },
    { name: "limits of one's own", limits: { events: ["meeting.closed"] } },
  ])("is accepted without $name", async ({ limits }) => {
    const own = `invitation-${crypto.randomUUID().slice(0, 8)}`;
    const link = await invite(own, { events: ["slot.opened"] });
    const { publicKey } = await createBrowser();
    expect(await sendBy(link.secret, addition({ name: "phone-5", publicKey, ...limits }, own))).toMatchObject(REFUSED);
    expect(await sendBy(link.secret, addition({ name: `phone-${own}`, publicKey }, own))).toMatchObject({ status: 200 });
  });

  it("is accepted by its own key alone, the operator's not", async () => {
    await invite("invitation-6");
    const { publicKey } = await createBrowser();
    expect(await addByOperator({ name: "phone-6", publicKey }, "invitation-6")).toMatchObject(REFUSED);
  });

  it("can be revoked, and has an end", async () => {
    const link = await invite("invitation-7");
    const { publicKey } = await createBrowser();
    await post(JSON.stringify({ type: "key.revoked", timestamp: AT, data: { body: BODY, name: "invitation-7" } }));
    expect((await sendBy(link.secret, addition({ name: "phone-7", publicKey }, "invitation-7"))).status).toBe(401);
    const over = await invite("invitation-8", { until: "2010-01-01T00:00:00Z" });
    expect(await sendBy(over.secret, addition({ name: "phone-7", publicKey }, "invitation-8"))).toMatchObject(REFUSED);
    expect(await addByOperator({ name: "invitation-9", publicKey, invites: true })).toMatchObject({ status: 422 });
  });

  it("is made by whoever may make keys, of what they may themselves; not by a key that ends", async () => {
    const [secretary, guest, link] = [await createBrowser(), await createBrowser(), await createBrowser()];
    await addByOperator({ name: "secretary", publicKey: secretary.publicKey, rights: ["keys", "replace"] });
    await addByOperator({ name: "guest", publicKey: guest.publicKey, rights: ["keys"], until: LATER });
    const invitation = { publicKey: link.publicKey, invites: true, until: LATER };
    expect(await sendBy(secretary.secret, addition({ ...invitation, name: "by-secretary", rights: ["replace"] }))).toMatchObject({
      status: 200,
    });
    expect(await sendBy(secretary.secret, addition({ ...invitation, name: "too-much", rights: ["keys"] }))).toMatchObject(REFUSED);
    expect(await sendBy(guest.secret, addition({ ...invitation, name: "by-guest" }))).toMatchObject(REFUSED);
  });
});
