import PostalMime from "postal-mime";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sendEndpointAdded, testEndpoint } from "../../src/cli/endpoints/endpoints.ts";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { startMailServer, type MailServer } from "./mail-server.ts";
import { startTestService, type Service } from "./service.ts";

/** Mail to a list, as a server takes it from the real service. */

const RECORD = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const BODY = RECORD.body.id;
let service: Service;
let server: MailServer;
const at = () => ({ sender: service, body: BODY, now: Date.now() });

beforeAll(async () => {
  server = await startMailServer();
  process.env["PLENARY_MAIL_FROM"] = "programme@example.org";
  service = await startTestService("https://calendar.example.org", "public", server.url);
  delete process.env["PLENARY_MAIL_FROM"];
  await service.register(RECORD.body);
  await service.announce(RECORD, "2009-12-10T09:00:00Z");
});
afterAll(async () => {
  await service.stop();
  server.stop();
});

it("a list is named, and tested by a mail that says who it is from and which list it is of", async () => {
  expect(await sendEndpointAdded(at(), { name: "liste", url: "mailto:liste@example.org", languages: ["fr"] })).toMatchObject({ ok: true });
  expect(await testEndpoint(at(), "liste")).toBeUndefined();
  const [mail] = server.taken;
  expect(mail).toMatchObject({ from: "programme@example.org", to: "liste@example.org" });
  const { subject, headers, to, from } = await PostalMime.parse(mail?.raw ?? "");
  expect(subject).toBe("Essai : les courriels de ce service arrivent.");
  expect([from?.address, to?.[0]?.address]).toEqual(["programme@example.org", "liste@example.org"]);
  expect(headers.find(({ key }) => key === "list-id")?.value).toBe(`<${BODY}.calendar.example.org>`);
  expect(headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
});

it("what the server says no to is told, without an address", async () => {
  server.refuse("RCPT");
  expect(await testEndpoint(at(), "liste")).toBe("the mail server said 450 to RCPT");
  server.refuse(undefined);
  server.stop();
  const stopped = await testEndpoint(at(), "liste");
  expect(stopped).toBe("no mail server answers");
});

it.each(["mailto:a@example.org,b@example.org", "mailto:a@example.org?bcc=b@example.org", "mailto:a%0d%0ab@example.org", "mailto:list"])(
  "%s is no address of a list",
  async (url) => {
    expect(await sendEndpointAdded(at(), { name: "other", url })).toMatchObject({ ok: false, error: { status: 422 } });
  },
);

it("a list is mailed in one language", async () => {
  expect(await sendEndpointAdded(at(), { name: "other", url: "mailto:list@example.org", languages: ["en", "fr"] })).toMatchObject({
    ok: false,
    error: { status: 422 },
  });
});
