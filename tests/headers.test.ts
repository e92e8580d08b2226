import { env, exports } from "cloudflare:workers";
import { reset } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { secure } from "../src/http/headers.ts";
import { createRoutes } from "../src/routes/app.ts";
import { attributesAt, textsAt } from "./support/documents.ts";
import { announce, BODY, get, MEETING, send } from "./support/secretariat.ts";

/** Every kind of answer that there is, with the address and the method that give it. */
const ANSWERS = [
  { status: 200, path: "/" },
  { status: 302, path: "/", headers: { "accept-language": "fr" } },
  { status: 200, path: `/${BODY}` },
  { status: 200, path: `/fr/${BODY}/${MEETING}` },
  { status: 200, path: `/${BODY}/${MEETING}` },
  { status: 200, path: `/${BODY}/${MEETING}/console` },
  { status: 200, path: `/${BODY}/${MEETING}/screen` },
  { status: 200, path: `/${BODY}/${MEETING}/log` },
  { status: 200, path: `/${BODY}/${MEETING}/log.json` },
  { status: 200, path: `/${BODY}/${MEETING}/report.txt` },
  { status: 200, path: `/${BODY}/${MEETING}.json` },
  { status: 200, path: `/${BODY}/${MEETING}.ics` },
  { status: 200, path: `/${BODY}/${MEETING}.ics` },
  { status: 304, path: `/${BODY}/${MEETING}.ics`, headers: { "if-none-match": "*" } },
  { status: 200, path: `/${BODY}/${MEETING}.ics`, method: "HEAD" },
  { status: 200, path: `/${BODY}.ics` },
  { status: 200, path: `/${BODY}/${MEETING}/slots/3.ics` },
  { status: 200, path: `/${BODY}/${MEETING}/items/1a.ics` },
  { status: 301, path: `/${BODY}/${MEETING}/` },
  { status: 301, path: `/en/${BODY}` },
  { status: 200, path: `/${BODY}/${MEETING}/agenda` },
  { status: 200, path: `/embed/${BODY}` },
  { status: 404, path: `/fr/embed/${BODY}/none` },
  { status: 404, path: "/bodies/1999" },
  { status: 200, path: "/healthz" },
  { status: 200, path: "/robots.txt" },
  { status: 200, path: "/problems" },
  { status: 200, path: "/events.schema.json" },
  { status: 200, path: "/openapi.json" },
  { status: 404, path: "/assets/none.js" },
  { status: 404, path: "/nobody" },
  { status: 404, path: "/a/b/c/d/e" },
  { status: 404, path: `/${BODY}/${MEETING}/slots/9.ics` },
  { status: 405, path: `/${BODY}/events` },
  { status: 405, path: `/${BODY}/${MEETING}.ics`, method: "DELETE" },
  { status: 401, path: `/${BODY}/events`, method: "POST" },
  { status: 401, path: `/${BODY}/keys/list`, method: "POST" },
  { status: 401, path: `/${BODY}/log/export`, method: "POST" },
] as const satisfies readonly {
  readonly status: number;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
}[];

/** What browsers ask of what they show in a window. */
const OF_DOCUMENTS = { "cross-origin-opener-policy": "same-origin", "referrer-policy": "no-referrer", "x-frame-options": "DENY" };

beforeAll(async () => {
  await reset();
  await announce();
  await send("meeting.opened");
});

describe("every answer", () => {
  it.for(ANSWERS)("has its security headers: $status $method $path", async (asked) => {
    const headers = "headers" in asked ? asked.headers : {};
    const response = await get(asked.path, headers, "method" in asked ? asked.method : "GET");
    await response.arrayBuffer();
    expect(response.status).toBe(asked.status);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-security-policy": expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
      "strict-transport-security": expect.stringMatching(/^max-age=\d+/),
      "x-content-type-options": "nosniff",
      ...(!asked.path.endsWith(".ics") && OF_DOCUMENTS),
    });
    expect(response.headers.has("x-powered-by")).toBe(false);
  });

  it("to a poll of an unchanged calendar has no header that tells a calendar nothing", async () => {
    const response = await get(`/${BODY}/${MEETING}.ics`, { "if-none-match": "*" });
    expect([...response.headers.keys()].toSorted()).toEqual([
      "access-control-allow-origin",
      "access-control-expose-headers",
      "cache-control",
      "content-security-policy",
      "cross-origin-resource-policy",
      "etag",
      "strict-transport-security",
      "vary",
      "x-content-type-options",
    ]);
  });

  it.for(ANSWERS)("is the same whatever Host and proxies say: $status $method $path", async (asked) => {
    const method = "method" in asked ? asked.method : "GET";
    const headers = "headers" in asked ? asked.headers : {};
    const hostile = { ...headers, "x-forwarded-host": "evil.example", "x-forwarded-proto": "http", forwarded: "host=evil.example" };
    const [usual, other] = [
      await get(asked.path, headers, method),
      await exports.default.fetch(new Request(`https://evil.example${asked.path}`, { method, headers: hostile, redirect: "manual" })),
    ];
    expect(await other.text()).toBe(await usual.text());
    expect(other.headers.get("location")).toBe(usual.headers.get("location"));
    expect(JSON.stringify([...other.headers])).not.toContain("evil.example");
  });
});

describe("pages for frames", () => {
  const EMBED = `/fr/embed/${BODY}/${MEETING}`;

  /** The headers of an answer at an address, where the operator has named sites. */
  const askWith = async (path: string, PLENARY_EMBED_ORIGINS: string | null): Promise<Headers> => {
    const app = createRoutes();
    app.use(secure).get("*", (c) => c.text(""));
    return (await app.request(path, {}, { ...env, PLENARY_EMBED_ORIGINS })).headers;
  };

  it("are framed by the sites that the operator names, and no other page is", async () => {
    const named = "https://www.example.org http://localhost:8080";
    const framed = await askWith(EMBED, named);
    expect(framed.get("content-security-policy")).toContain(`frame-ancestors ${named}`);
    expect(framed.has("x-frame-options")).toBe(false);
    for (const path of [`/${BODY}/${MEETING}`, `/${BODY}/embed/x`, "/embed", `/fr/${BODY}/${MEETING}/console`])
      expect((await askWith(path, named)).get("content-security-policy"), path).toContain("frame-ancestors 'none'");
  });

  it.for([null, "", "*", "'self'", "https:", "https://www.example.org/path", "https://a.example;script-src 'unsafe-inline'"])(
    "are framed by nobody where what is named is no site: %s",
    async (named) => {
      const headers = await askWith(EMBED, named);
      expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'self';.*frame-ancestors 'none'/);
      expect(headers.get("x-frame-options")).toBe("DENY");
    },
  );

  it("say the same as the pages that they lead to, their links out of the frame", async () => {
    expect(await textsAt(`/fr/embed/${BODY}`, ".list h2")).toEqual(await textsAt(`/fr/${BODY}`, ".list h3"));
    expect(await textsAt(EMBED, ".slot h4")).toEqual(await textsAt(`/fr/${BODY}/${MEETING}/programme`, ".slot h4"));
    expect(await textsAt(`${EMBED}/now`, ".moment .which")).toEqual(await textsAt(`/fr/${BODY}/${MEETING}`, ".moment .which"));
    for (const path of [`/fr/embed/${BODY}`, EMBED, `${EMBED}/now`]) {
      expect(await attributesAt(path, "base", "target")).toEqual(["_blank"]);
      expect(await attributesAt(path, "link[rel=canonical]", "href")).toEqual([
        `https://plenary.example${path.replace("/embed", "").replace("/now", "")}`,
      ]);
    }
  });
});

describe("a redirect leads nowhere else", () => {
  it.for([
    "/en/%2fevil.example",
    "/en/%5cevil.example",
    "/en//evil.example",
    "//evil.example/",
    "/en/%2f%2fevil.example",
    "/EN/%5Cevil.example/",
    "/fr//evil.example/x.ics",
    "/fr/%2fevil.example/x.ics",
    "//evil.example%20",
  ])("%s", async (path) => {
    const response = await exports.default.fetch(new Request(`https://plenary.example${path}`, { redirect: "manual" }));
    const location = response.headers.get("location") ?? "/";
    expect(new URL(location, "https://plenary.example").origin).toBe("https://plenary.example");
  });
});
