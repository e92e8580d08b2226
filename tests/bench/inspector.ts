/** A node of V8's call tree, as the Profiler domain of the DevTools protocol gives it. */
interface CallNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

/** What V8 saw: for each sample the node that was running, and the microseconds since the sample before. */
export interface CpuProfile {
  readonly nodes: readonly CallNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface Reply {
  readonly id?: number;
  readonly result?: { readonly profile: CpuProfile };
}

/** Microseconds between samples. */
const INTERVAL = 200;

/** Profiles a Worker, by the inspector of the workerd that serves it, while `load` runs. */
export const profiled = async (inspector: string, worker: string, load: () => Promise<unknown>): Promise<CpuProfile> => {
  const socket = new WebSocket(`ws://${inspector}/${worker}`);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", reject, { once: true });
  });
  let sent = 0;
  const call = (method: string, params: Readonly<Record<string, unknown>> = {}): Promise<Reply> => {
    const id = (sent += 1);
    const reply = Promise.withResolvers<Reply>();
    const listen = ({ data }: { readonly data: unknown }): void => {
      const message = JSON.parse(String(data)) as Reply;
      if (message.id !== id) return;
      socket.removeEventListener("message", listen);
      reply.resolve(message);
    };
    socket.addEventListener("message", listen);
    socket.send(JSON.stringify({ id, method, params }));
    return reply.promise;
  };
  await call("Profiler.enable");
  await call("Profiler.setSamplingInterval", { interval: INTERVAL });
  await call("Profiler.start");
  await load();
  const { result } = await call("Profiler.stop");
  socket.close();
  if (!result) throw new Error("The inspector gave no profile.");
  return result.profile;
};
