import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { sendTestMail } from "../src/news/mail/send-mail.ts";

/** Cloudflare's mail service, as its own simulation has it: what is handed to it is looked at on the way. */

const handOver = async (url: string, from: string | null = "programme@example.org") => {
  const handed: EmailMessageBuilder[] = [];
  const service = env.EMAIL;
  if (!service) throw new Error("The simulation of Cloudflare's mail service is not there.");
  const send = (mail: EmailMessage | EmailMessageBuilder) => {
    handed.push(mail as EmailMessageBuilder);
    return service.send(mail as EmailMessageBuilder);
  };
  const endpoint = { name: "list", url, languages: ["fr" as const] };
  const outcome = await sendTestMail({ ...env, EMAIL: { send }, PLENARY_MAIL_FROM: from }, "ctoc-cop-wg4", endpoint, "msg_1", 0);
  return { outcome, handed };
};

describe("a mail to a list, where Cloudflare's mail service is set up", () => {
  it("is taken by it, with its list, its thread and its language, in text and HTML", async () => {
    const { outcome, handed } = await handOver("mailto:list@example.org");
    expect(outcome).toEqual({ ok: true, value: undefined });
    expect(handed).toMatchObject([
      {
        from: "programme@example.org",
        to: "list@example.org",
        subject: "Essai : les courriels de ce service arrivent.",
        headers: {
          "list-id": "<ctoc-cop-wg4.plenary.example>",
          "auto-submitted": "auto-generated",
          references: "<ctoc-cop-wg4@plenary.example>",
          "content-language": "fr",
        },
      },
    ]);
    expect(handed[0]?.html).toContain('<html lang="fr" dir="ltr">');
    expect(handed[0]?.text).toContain("https://plenary.example/fr/ctoc-cop-wg4\n");
  });

  it("that the service does not take is told without its address, to be tried again", async () => {
    const { outcome } = await handOver("mailto:other@example.org");
    expect(outcome).toMatchObject({ ok: false, error: { why: expect.stringMatching(/^Cloudflare's mail service said \w+$/) as string } });
  });

  it("is not sent where it is from nobody", async () => {
    const { outcome, handed } = await handOver("mailto:list@example.org", null);
    expect([outcome.ok, handed]).toEqual([false, []]);
  });
});
