import { fail, succeed } from "../../meeting/result.ts";
import type { NewsOutcome } from "../../store/body/news-drain.ts";

/** Milliseconds in which a mail server must have taken a mail: less than a try may take. */
const PATIENCE = 15_000;

/** What a mail is handed over with (RFC 5321): addresses that were checked, since each stands in a command. */
export interface Envelope {
  readonly from: string;
  readonly to: string;
  /** The service's own name. */
  readonly greeting: string;
}

/** The last line of a reply, which has no hyphen after its code. */
const LAST_LINE = /^(\d{3})(?: .*)?\r\n$/m;

/** No line of it is taken for the end (RFC 5321 §4.5.2). */
const stuffDots = (mail: string): string => mail.replaceAll(/^\./gm, "..");

const createTalk = (socket: Socket) => {
  const reader = socket.readable.getReader();
  const writer = socket.writable.getWriter();
  const decoder = new TextDecoder();
  const readCode = async (): Promise<string> => {
    for (let reply = ""; ;) {
      const { done, value } = await reader.read();
      if (done) return "no reply";
      reply += decoder.decode(value as Uint8Array, { stream: true });
      const code = reply.endsWith("\r\n") ? LAST_LINE.exec(reply)?.[1] : undefined;
      if (code !== undefined) return code;
    }
  };
  return {
    readCode,
    say: async (line: string): Promise<string> => {
      await writer.write(new TextEncoder().encode(`${line}\r\n`));
      return readCode();
    },
  };
};

/** Says each line once the one before was answered as it must be; why it ended, where it did early. */
const talk = async (socket: Socket, { from, to, greeting }: Envelope, mail: string): Promise<NewsOutcome> => {
  const { readCode, say } = createTalk(socket);
  const greeted = await readCode();
  if (greeted !== "220") return fail({ why: `the mail server said ${greeted}` });
  const steps: readonly (readonly [name: string, line: string, code: string])[] = [
    ["EHLO", `EHLO ${greeting}`, "250"],
    ["MAIL", `MAIL FROM:<${from}>`, "250"],
    ["RCPT", `RCPT TO:<${to}>`, "250"],
    ["DATA", "DATA", "354"],
    ["the mail", `${stuffDots(mail)}\r\n.`, "250"],
  ];
  for (const [name, line, wanted] of steps) {
    const code = await say(line);
    if (code !== wanted) return fail({ why: `the mail server said ${code} to ${name}` });
  }
  // It has the mail: whatever it says to this changes nothing.
  await say("QUIT").catch(() => undefined);
  return succeed(undefined);
};

/** Hands a mail over to a server. The line is as it was opened: TLS from its first octet, or none; nothing is tried in clear that failed otherwise. */
export const sendSmtp = async (socket: Socket, envelope: Envelope, mail: string): Promise<NewsOutcome> => {
  const late = new Promise<NewsOutcome>((resolve) => {
    setTimeout(() => resolve(fail({ why: `the mail server did not take it within ${PATIENCE / 1000} seconds` })), PATIENCE);
  });
  try {
    return await Promise.race([talk(socket, envelope, mail), late]);
  } catch {
    return fail({ why: "no mail server answers" });
  } finally {
    await socket.close().catch(() => undefined);
  }
};
