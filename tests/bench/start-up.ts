import { connect } from "node:net";
import { end, spawnWorkerd } from "./workers.ts";

/** Milliseconds of waiting between two attempts to connect. */
const PATIENCE = 1;

const firstByte = (port: number, path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`));
    socket.once("data", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
  });

/** Milliseconds from the start of the process to the first byte of its first answer. */
export const spawnToFirstByte = async (
  folder: string,
  environment: Readonly<Record<string, string>>,
  port: number,
  path: string,
): Promise<number> => {
  const began = performance.now();
  const child = spawnWorkerd(folder, environment);
  try {
    while (!(await firstByte(port, path))) {
      if (child.exitCode !== null) throw new Error(`workerd ended in ${folder}.`);
      await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    }
    return performance.now() - began;
  } finally {
    await end(child);
  }
};
