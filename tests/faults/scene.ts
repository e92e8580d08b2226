import type { Chance } from "./chance.ts";
import { deliver } from "./delivery.ts";
import { machineWith, type Machine } from "./machine.ts";
import { bodyIds, registration, sendersOf, type Senders } from "./senders.ts";
import { newBook, type Book } from "./told.ts";
import { sumOf, witnessOf, type Verdict, type Witness } from "./witness.ts";

/** How much is to be tried, and with what. */
export interface Trial {
  /** Where the service was built. */
  readonly built: string;
  readonly chance: Chance;
  readonly isLong: boolean;
  /** When to go for no more events, in milliseconds since the harness began. */
  readonly until: number;
}

export interface Outcome extends Verdict {
  readonly runs: number;
  /** Events that were acknowledged. */
  readonly events: number;
  /** Runs in which the fault did not take hold, or not as is said here: they show nothing. */
  readonly ineffective: number;
  /** What else there is to say, such as why it could not be tried. */
  readonly note?: string;
}

/** Whether a fault was brought about, each time that it was said to be, and did no harm. */
export const isPassed = ({ runs, lost, halfApplied, differing, ineffective }: Outcome, mustBeTried: boolean): boolean =>
  lost + halfApplied + differing + ineffective === 0 && (runs > 0 || !mustBeTried);

/** What was done to a scene. */
interface Act {
  readonly runs: number;
  readonly verdicts: readonly Verdict[];
  readonly ineffective?: number;
  readonly note?: string;
}

/** A kind of fault: it is brought about, and then the witness is asked. */
export interface Fault {
  readonly name: string;
  readonly run: (trial: Trial) => Promise<Outcome>;
}

/** A machine with bodies, those who send to it, and one who watches. */
export interface Scene {
  readonly machine: Machine;
  readonly bodies: readonly string[];
  readonly book: Book;
  readonly senders: Senders;
  readonly witness: Witness;
}

interface Props {
  readonly name: string;
  readonly bodies?: number;
  readonly senders?: number;
  /** What is to be done before the machine starts. */
  readonly prepare?: (machine: Machine) => void;
  /** What is to be undone once it has ended. */
  readonly clear?: (machine: Machine) => void;
}

/** Plays a scene, and asks the witness about everything when it is over. */
export const play = async (
  { built, chance }: Trial,
  { name, bodies: count = 2, senders: sending = 8, prepare, clear }: Props,
  act: (scene: Scene) => Promise<Act>,
): Promise<Outcome> => {
  const machine = await machineWith(built);
  try {
    prepare?.(machine);
    await machine.start();
    const [bodies, book] = [bodyIds(count), newBook()];
    for (const body of bodies) {
      const delivery = registration(body);
      book.write(delivery, await deliver(machine.url, delivery));
    }
    const senders = sendersOf({ url: machine.url, bodies, count: sending, book, chance, name });
    const witness = witnessOf(machine.url, bodies, book);
    const { runs, verdicts, ineffective = 0, note } = await act({ machine, bodies, book, senders, witness });
    await senders.settle();
    const verdict = sumOf([...verdicts, await witness.checkAll()]);
    return { runs, events: book.acknowledged.size, ...verdict, ineffective, ...(note !== undefined && { note }) };
  } finally {
    await machine.end("SIGKILL");
    clear?.(machine);
    await machine.remove();
  }
};

/** Lets the senders send for a while, in milliseconds. */
export const sendFor = async ({ senders }: Scene, milliseconds: number): Promise<void> => {
  senders.start();
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await senders.stop();
};
