import { deriveOctets } from "./digest.ts";
import { decodeBase64 } from "./signature.ts";

/** Which secret: the operator's own one makes as many as there are bodies, names and generations, and none tells of another. */
export interface Derived {
  readonly body: string;
  readonly name: string;
  readonly generation: number;
}

/** 32 octets that the operator's secret comes to for a purpose. Undefined where it is none. */
export const deriveFromOperator = async (operator: string, info: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const master = operator.startsWith("whsec_") ? decodeBase64(operator.slice("whsec_".length)) : undefined;
  return master && deriveOctets(master, info);
};

const derive = async (operator: string, info: string): Promise<string | undefined> =>
  (await deriveFromOperator(operator, info))?.toBase64();

const addPrefix = (prefix: string, text: string | undefined): string | undefined => text && `${prefix}${text}`;

/** The `whsec_` secret of a body's key: so it is neither stored nor logged. */
export const deriveSecret = async (operator: string, { body, name, generation }: Derived): Promise<string | undefined> =>
  addPrefix("whsec_", await derive(operator, `plenary v1|${body}|${name}|${generation}`));

/** The `whsec_` secret by which an endpoint knows what is sent to it. */
export const deriveEndpointSecret = async (operator: string, { body, name, generation }: Derived): Promise<string | undefined> =>
  addPrefix("whsec_", await derive(operator, `plenary endpoint v1|${body}|${name}|${generation}`));

/** The `whsk_` key by which the service signs all that it sends: its public half is told to everyone. */
export const deriveServiceKey = async (operator: string): Promise<string | undefined> =>
  addPrefix("whsk_", await derive(operator, "plenary service v1a"));
