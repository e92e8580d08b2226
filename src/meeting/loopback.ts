/** This machine as it reaches itself, and nobody else does. */
export const LOOPBACK_ADDRESS = "127.0.0.1";

const NAMES = new Set(["localhost", LOOPBACK_ADDRESS, "[::1]"]);

/** Whether a URL's host name is this machine alone. */
export const isLoopback = (hostname: string): boolean => NAMES.has(hostname);
