import { onTestFinished, vi } from "vitest";

/** What the service logs of its own faults until the test ends: those are meant there, and so not printed. */
export const recordFaults = (): readonly string[] => {
  const faults: string[] = [];
  const spy = vi.spyOn(console, "error").mockImplementation((line: unknown) => void faults.push(String(line)));
  onTestFinished(() => spy.mockRestore());
  return faults;
};
