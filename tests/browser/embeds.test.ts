import { createServer } from "node:http";
import type { FrameLocator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, vi } from "vitest";
import { findFreePort } from "../node/processes.ts";
import { it as visits, pageOf } from "./visits.ts";

const HOST = `http://localhost:${await findFreePort()}`;
vi.stubEnv("PLENARY_EMBED_ORIGINS", HOST);

/** A page of another site, and the headers with which it is sent. */
interface HostPage {
  readonly html: (address: string) => string;
  readonly headers: (service: string) => Readonly<Record<string, string>>;
}

const HOSTILE_STYLE =
  "* { color: red !important; font: 60px fantasy !important; letter-spacing: 1em !important; display: block !important; }";

const HOST_PAGES = {
  "with a style sheet that means harm": {
    html: (address) => `<!DOCTYPE html><title>Host</title><style>${HOSTILE_STYLE}</style><iframe src="${address}"></iframe>`,
    headers: () => ({}),
  },
  "whose own policy is strict": {
    html: (address) => `<!DOCTYPE html><title>Host</title><iframe src="${address}"></iframe>`,
    headers: (service) => ({ "content-security-policy": `default-src 'none'; frame-src ${service}`, "referrer-policy": "no-referrer" }),
  },
  "of a content management system, which lets frames do little": {
    html: (address) =>
      `<!DOCTYPE html><title>Host</title><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
       <iframe sandbox="allow-scripts allow-popups" security="restricted" loading="lazy" width="600" height="400" src="${address}"></iframe>
       </div></figure>`,
    headers: () => ({ "x-content-type-options": "nosniff" }),
  },
} as const satisfies Readonly<Record<string, HostPage>>;

type HostName = keyof typeof HOST_PAGES;
const HOST_NAMES = Object.keys(HOST_PAGES) as readonly HostName[];

const host = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? "/", HOST);
  if (!searchParams.has("address")) return void response.writeHead(204).end();
  const page = HOST_PAGES[(searchParams.get("page") ?? HOST_NAMES[0]) as HostName];
  const address = searchParams.get("address") ?? "";
  response.writeHead(200, { "content-type": "text/html", ...page.headers(new URL(address).origin) });
  response.end(page.html(address));
});
beforeAll(() => void host.listen(Number(new URL(HOST).port), "localhost"));
afterAll(() => void host.close());

/** `frame(page, path)` is our page at `path` in another site's; the other site is asked for, and it has no icon. */
const it = visits.extend("frame", async ({ visit, service }) => {
  return async (name: HostName, path: string): Promise<FrameLocator> => {
    const page = await visit("about:blank", { expected: /^asked http:\/\/localhost|favicon|frame-ancestors|chrome-error/ });
    await page.goto(`${HOST}/?${new URLSearchParams({ page: name, address: `${service.url}${path}` }).toString()}`);
    return page.frameLocator("iframe");
  };
});

describe.each(HOST_NAMES)("in a page %s", (name) => {
  it("the programme of a meeting is shown in our own looks", async ({ frame, meeting }) => {
    const shown = await frame(name, `/embed${pageOf(meeting)}`);
    await shown.locator(".slot h4").first().waitFor();
    expect(await shown.locator(".slot h4:visible").count()).toBe(meeting.slots.length);
    expect(await shown.locator("main").evaluate((main) => getComputedStyle(main).color)).not.toBe("rgb(255, 0, 0)");
  });

  it("now and next go by the clock, as on our own page", async ({ frame, meeting }) => {
    const shown = await frame(name, `/embed${pageOf(meeting)}/now`);
    await expect.poll(() => shown.locator(".moment .which:visible").first().textContent()).toBe("The dates of this meeting have passed.");
  });

  it("a body's meetings are listed", async ({ frame, meeting }) => {
    const shown = await frame(name, `/fr/embed/${meeting.body.id}`);
    await shown.locator(".list h2").first().waitFor();
    expect(await shown.locator("html").getAttribute("lang")).toBe("fr");
  });

  it("a page that is not for frames is not shown", async ({ frame, meeting }) => {
    const shown = await frame(name, pageOf(meeting));
    await expect.poll(() => shown.locator("body").evaluate(() => location.href)).toMatch(/^chrome-error:/);
  });
});
