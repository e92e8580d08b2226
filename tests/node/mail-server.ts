import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";

/** A mail as a server took it. */
interface TakenMail {
  readonly from: string;
  readonly to: string;
  readonly raw: string;
}

/** A server that takes mail (RFC 5321), or says no to the command that it is to. */
export interface MailServer {
  readonly url: string;
  readonly taken: readonly TakenMail[];
  refuse: (command: string | undefined) => void;
  readonly stop: () => void;
}

export const startMailServer = async (): Promise<MailServer> => {
  const taken: TakenMail[] = [];
  let refused: string | undefined;
  const serve = (socket: Socket): void => {
    let [from, to, waiting, isMail] = ["", "", "", false];
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    const takeLine = (line: string): void => {
      const command = line.slice(0, 4).toUpperCase();
      if (command === refused) return say("450 not now");
      if (command === "EHLO") return say("250-mail.example\r\n250 8BITMIME");
      if (command === "MAIL") from = /<(.*)>/.exec(line)?.[1] ?? "";
      if (command === "RCPT") to = /<(.*)>/.exec(line)?.[1] ?? "";
      if (command === "DATA") isMail = true;
      return say(command === "DATA" ? "354 go on" : "250 well");
    };
    socket.on("error", () => undefined);
    socket.on("data", (part: Buffer) => {
      waiting += part.toString();
      for (let end = 0; end >= 0;) {
        const mark = isMail ? "\r\n.\r\n" : "\r\n";
        end = waiting.indexOf(mark);
        if (end < 0) return;
        const text = waiting.slice(0, end);
        waiting = waiting.slice(end + mark.length);
        if (isMail) {
          isMail = false;
          taken.push({ from, to, raw: text.replaceAll(/^\.\./gm, ".") });
          say("250 taken");
        } else takeLine(text);
      }
    });
    say("220 mail.example");
  };
  const server = createServer(serve).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    refuse: (command) => {
      refused = command;
    },
    stop: () => server.close(),
  };
};
