import { digestOf, type Delivery, type Told } from "./delivery.ts";

/** What senders were told, which the log must bear out. */
export interface Book {
  readonly acknowledged: ReadonlyMap<string, Acknowledged>;
  readonly refused: ReadonlySet<string>;
  readonly write: (delivery: Delivery, told: Told) => void;
}

interface Acknowledged {
  readonly body: string;
  readonly digest: string;
  readonly answer: string;
}

export const newBook = (): Book => {
  const acknowledged = new Map<string, Acknowledged>();
  const refused = new Set<string>();
  return {
    acknowledged,
    refused,
    write: ({ id, body, raw }, told) => {
      if (told.kind === "acknowledged") acknowledged.set(id, { body, digest: digestOf(raw), answer: JSON.stringify(told.answer) });
      if (told.kind === "refused") refused.add(id);
    },
  };
};
