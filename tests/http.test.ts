import { reset } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { announce, BODY, get, MEETING } from "./support/secretariat.ts";

const FEED = `/${BODY}/${MEETING}.ics`;

/** What programs of other sites may read, and revalidate. */
const OPEN = [
  `/${BODY}/${MEETING}/2010-01-28.ics`,
  `/my/${BODY}.${MEETING}.s3.ics`,
  `/${BODY}.ics`,
  FEED,
  `/${BODY}/${MEETING}/slots/3.ics`,
  `/${BODY}/${MEETING}/items/1a.ics`,
  `/${BODY}/${MEETING}.json`,
  `/${BODY}/${MEETING}/log.json`,
  `/${BODY}/${MEETING}/report.txt`,
  "/events.schema.json",
  "/openapi.json",
];

beforeAll(async () => {
  await reset();
  await announce();
});

describe("an address answers a method that it does not take with 405, and says which it takes", () => {
  const ONLY_READ = ["/", "/healthz", "/problems", `/${BODY}`, `/fr/${BODY}`, `/${BODY}/${MEETING}`, FEED, `/${BODY}/${MEETING}.json`];

  it.for(ONLY_READ.flatMap((path) => ["PUT", "POST", "DELETE", "PATCH", "PROPFIND", "REPORT"].map((method) => [method, path] as const)))(
    "%s %s",
    async ([method, path]) => {
      const response = await get(path, {}, method);
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("GET, HEAD");
      expect(await response.json()).toMatchObject({ code: "method-not-allowed" });
    },
  );

  it.for(
    [`/${BODY}/events`, `/${BODY}/log/export`, `/${BODY}/log/import`, `/${BODY}/keys/list`].flatMap((path) =>
      ["GET", "PUT", "PROPFIND"].map((method) => [method, path] as const),
    ),
  )("%s %s", async ([method, path]) => {
    const response = await get(path, {}, method);
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
  });

  it("but nothing that is not there", async () => {
    for (const path of ["/a/b/c/d/e", "/assets/none.js/x"]) expect((await get(path, {}, "PROPFIND")).status, path).toBe(404);
  });
});

describe("scripts of other sites", () => {
  const ORIGIN = "https://elsewhere.example";

  it.for(OPEN)("may read %s, and its tag", async (path) => {
    const response = await get(path, { origin: ORIGIN });
    expect(response.status).toBe(200);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-expose-headers")).toBe("ETag");
    await response.arrayBuffer();
  });

  it.for(OPEN)("may ask whether %s has changed", async (path) => {
    const asked = { origin: ORIGIN, "access-control-request-method": "GET", "access-control-request-headers": "if-none-match" };
    const { status, headers } = await get(path, asked, "OPTIONS");
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-allow-methods")?.split(",")).toContain("GET");
    expect(headers.get("access-control-allow-headers")?.toLowerCase()).toContain("if-none-match");
  });

  it.for([`/${BODY}/events`, `/${BODY}/keys/list`, `/${BODY}/${MEETING}/console`])("may not use %s", async (path) => {
    const asked = { origin: ORIGIN, "access-control-request-method": "POST", "access-control-request-headers": "webhook-signature" };
    const { status, headers } = await get(path, asked, "OPTIONS");
    expect(status).toBe(405);
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("a language tag is understood whatever its case and region", () => {
  it.for([
    ["FR", "fr"],
    ["fr-FR", "fr"],
    ["zh-Hans", "zh"],
    ["zh-CN", "zh"],
    ["AR-eg", "ar"],
    ["tlh", "en"],
  ])("%s", async ([asked, meant]) => {
    const [feed, same] = [await get(`${FEED}?lang=${asked}`), await get(`${FEED}?lang=${meant}`)];
    expect(await feed.text()).toBe(await same.text());
    expect(feed.headers.get("etag")).toBe(same.headers.get("etag"));
    const log = `/${BODY}/${MEETING}/log.json`;
    expect(await (await get(`${log}?lang=${asked}`)).text()).toBe(await (await get(`${log}?lang=${meant}`)).text());
  });
});

describe("an address is led in one step to the one that it means", () => {
  it.for([
    [`/fr${FEED}`, `${FEED}?lang=fr`],
    [`/FR${FEED}`, `${FEED}?lang=fr`],
    [`/zh/${BODY}.ics?cancelled=text&utm=x`, `/${BODY}.ics?lang=zh&cancelled=text`],
    [`/fr/${BODY}/${MEETING}/slots/3.ics`, `/${BODY}/${MEETING}/slots/3.ics?lang=fr`],
    [`/ar/${BODY}/${MEETING}/calendar.ics`, `${FEED}?lang=ar`],
    [`/fr${FEED}?lang=es`, `${FEED}?lang=es`],
    [`/en${FEED}`, FEED],
    [`${FEED}%20`, FEED],
    [`${FEED}%20%0A?lang=ru`, `${FEED}?lang=ru`],
    [`/fr${FEED}%20`, `${FEED}?lang=fr`],
    [`/${BODY}/${MEETING}%C2%A0/`, `/${BODY}/${MEETING}`],
    ["/%20", "/"],
  ] as const)("%s", async ([written, meant]) => {
    const response = await get(written);
    expect([response.status, response.headers.get("location")]).toEqual([301, meant]);
  });

  it("but is left alone where it is in no language of ours", async () => {
    expect((await get(`/tlh${FEED}`)).status).toBe(404);
  });
});

describe("HEAD tells the length of what GET would bring", () => {
  it.for([`/${BODY}`, `/${BODY}/${MEETING}`, "/problems", ...OPEN])("%s", async (path) => {
    const [head, whole] = [await get(path, {}, "HEAD"), await (await get(path)).bytes()];
    expect(head.status).toBe(200);
    expect((await head.bytes()).length).toBe(0);
    expect(head.headers.get("content-length")).toBe(String(whole.length));
  });

  it("compressed, too", async () => {
    const gzip = { "accept-encoding": "gzip" };
    const [head, whole] = [await get(FEED, gzip, "HEAD"), await get(FEED, gzip)];
    expect(head.headers.get("content-encoding")).toBe("gzip");
    expect(head.headers.get("content-length")).toBe(whole.headers.get("content-length"));
  });
});

it("who asks for /favicon.ico gets a picture", async () => {
  const response = await get("/favicon.ico");
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(new TextDecoder().decode((await response.bytes()).slice(1, 4))).toBe("PNG");
});
