/** Milliseconds: between signs of life, and how long one may take to be answered. */
const PING_EVERY = 30_000;
const PONG_WITHIN = 10_000;

/** Milliseconds until the line is tried again: twice as long each time, and never at the same moment as all the others. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;
const computeDelay = (attempt: number): number => Math.min(FIRST_WAIT * 2 ** attempt, LONGEST_WAIT) * (0.5 + Math.random());

/** A page that was out of sight for so long, in milliseconds, gives its line back, and catches up when it is seen again. */
const OUT_OF_SIGHT = 300_000;

/** What happened, in the language that the line was asked for. */
export interface Sentence {
  readonly text: string;
  readonly words: readonly string[];
  /** The one sitting that it changed. */
  readonly slot?: string;
}

/** Of a meeting: how many events it had, and how often other bodies told something new of its joint sittings. */
export interface LiveVersion {
  readonly version: number;
  readonly joint: number;
}

/** Whether what is there has all that is wanted. */
export const isUpTo = (there: LiveVersion, wanted: LiveVersion): boolean => there.version >= wanted.version && there.joint >= wanted.joint;

export const isSameVersion = (a: LiveVersion, b: LiveVersion): boolean => a.version === b.version && a.joint === b.joint;

export interface SocketListener {
  /** The meeting's version: at once when the line stands, then after each event, with what happened where the line has words for it. */
  readonly onVersion: (version: LiveVersion, sentence?: Sentence) => void;
  readonly onLost: () => void;
  /** Whether the line is kept though nobody sees the page. */
  readonly isKeptUnseen?: () => boolean;
}

const hear = (data: unknown, { onVersion }: Pick<SocketListener, "onVersion">): void => {
  const { version, joint = 0, ...sentence } = JSON.parse(String(data)) as Pick<LiveVersion, "version"> & Partial<LiveVersion & Sentence>;
  const { text, words = [] } = sentence;
  onVersion({ version, joint }, text === undefined ? undefined : { ...sentence, text, words });
};

/** One WebSocket, from its opening to its end. `onEnd` is not called once it was closed from here. */
const openSocket = (address: string, onVersion: SocketListener["onVersion"], onEnd: () => void): { readonly close: () => void } => {
  const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}${address}`);
  const closed = new AbortController();
  const { signal } = closed;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => {
    clearTimeout(deadline);
    closed.abort();
    // One that is still being opened would be complained of in the browser's console.
    if (socket.readyState === WebSocket.CONNECTING) socket.addEventListener("open", () => socket.close());
    else socket.close();
  };
  const end = (): void => {
    close();
    onEnd();
  };
  const ping = (): void => {
    if (socket.readyState === WebSocket.OPEN) socket.send("ping");
    deadline = setTimeout(end, PONG_WITHIN);
  };
  const noteAlive = (): void => {
    clearTimeout(deadline);
    deadline = setTimeout(ping, PING_EVERY);
  };
  deadline = setTimeout(end, PONG_WITHIN);
  const listen = ({ data }: MessageEvent): void => {
    noteAlive();
    if (data !== "pong") hear(data, { onVersion });
  };
  socket.addEventListener("message", listen, { signal });
  socket.addEventListener("close", end, { signal });
  return { close };
};

/**
 * Keeps a line to `address` while the page is looked at: opens it again when it is lost, when the network is back, when the
 * page is seen again, and when it comes out of the browser's back-forward cache.
 */
export const connectSocket = (address: string, { onVersion, onLost, isKeptUnseen = () => false }: SocketListener): void => {
  let socket: { readonly close: () => void } | undefined;
  let attempt = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let leave: ReturnType<typeof setTimeout> | undefined;

  const close = (): void => {
    clearTimeout(retry);
    socket?.close();
    socket = undefined;
  };
  const open = (): void => {
    close();
    socket = openSocket(
      address,
      (version, sentence) => {
        attempt = 0;
        onVersion(version, sentence);
      },
      lose,
    );
  };
  const lose = (): void => {
    close();
    onLost();
    retry = setTimeout(open, computeDelay(attempt));
    attempt += 1;
  };
  const resume = (): void => {
    clearTimeout(leave);
    if (!socket) open();
  };

  addEventListener("offline", lose);
  addEventListener("online", open);
  addEventListener("pagehide", close);
  addEventListener("pageshow", resume);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) leave = setTimeout(() => isKeptUnseen() || close(), OUT_OF_SIGHT);
    else resume();
  });
  open();
};
