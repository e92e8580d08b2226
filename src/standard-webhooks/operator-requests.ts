import * as z from "zod/mini";

const natural = z.int().check(z.nonnegative());

/** What is signed says what it is for, so that none can be taken for another, nor for an event. */
export const exportRequest = z.discriminatedUnion("request", [
  z.strictObject({ request: z.literal("log.export"), body: z.string(), after: natural }),
  z.strictObject({ request: z.literal("ledger.export"), body: z.string(), meeting: natural }),
]);
export const importRequest = z.discriminatedUnion("request", [
  z.strictObject({ request: z.literal("log.stage"), body: z.string(), first: z.int().check(z.positive()), lines: z.array(z.string()) }),
  z.strictObject({ request: z.literal("log.import"), body: z.string(), lines: natural }),
]);

export type TransferRequest = z.infer<typeof exportRequest> | z.infer<typeof importRequest>;

/** Of a body's keys: also by one of them, which is told of all where it may make keys. */
export const keysRequest = z.discriminatedUnion("request", [
  z.strictObject({ request: z.literal("keys.list"), body: z.string() }),
  z.strictObject({ request: z.literal("keys.own"), body: z.string() }),
  z.strictObject({ request: z.literal("senders.list"), body: z.string(), meeting: z.string() }),
]);
export type KeysRequest = z.infer<typeof keysRequest>;

const oneMail = { body: z.string(), name: z.string(), meeting: z.string(), position: z.int().check(z.positive()) };

/** Of mails that wait for a person: also by a key with the right `news`. What was read is what is sent or dropped: up to a position of the log. */
const mailsRequest = z.discriminatedUnion("request", [
  z.strictObject({ request: z.literal("mails.list"), body: z.string() }),
  z.strictObject({ request: z.literal("mails.send"), ...oneMail }),
  z.strictObject({ request: z.literal("mails.drop"), ...oneMail }),
]);
export type MailsRequest = z.infer<typeof mailsRequest>;

/** Also by a key with the right to name endpoints. */
const endpointsRequest = z.discriminatedUnion("request", [
  z.strictObject({ request: z.literal("endpoints.list"), body: z.string() }),
  z.strictObject({ request: z.literal("endpoints.test"), body: z.string(), name: z.string() }),
  z.strictObject({ request: z.literal("endpoints.secret"), body: z.string(), name: z.string() }),
]);

/** What is asked where a body's news goes out. */
export const outboxRequest = z.union([endpointsRequest, mailsRequest]);

/** The address at which setup links are: the id of no body. */
export const SETUP = "setup";

/** A link by which one body is set up. `offer` names it in the log; `until` is milliseconds of the epoch. */
export const offerRequest = z.strictObject({
  request: z.literal("setup.offer"),
  body: z.literal(SETUP),
  offer: z.string().check(z.regex(/^[a-z0-9]{8,32}$/)),
  until: natural,
});

export type EndpointsRequest = z.infer<typeof endpointsRequest>;

export type OperatorRequest = TransferRequest | KeysRequest | EndpointsRequest | MailsRequest | z.infer<typeof offerRequest>;
