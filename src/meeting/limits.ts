interface Limit {
  readonly most: number;
  /** What is counted, and where. */
  readonly of: string;
  /** The status and code beyond it; for 409 the reason. */
  readonly answer: string;
}

/** What one service takes. The store, the door and the schemas ask this table; `/problems` and docs/limits.md print it. */
export const LIMITS = {
  octets: { most: 524_288, of: "octets of an event, counted as they arrive", answer: "413 too-large" },
  seconds: { most: 10, of: "seconds for an event to arrive whole", answer: "408 incomplete" },
  page: { most: 2_097_152, of: "octets of a page of an imported log", answer: "413 too-large" },
  skew: { most: 300, of: "seconds between a sender's clock and the service's, either way", answer: "401 bad-timestamp" },
  id: { most: 128, of: "characters of a webhook-id, visible ASCII", answer: "401 not-signed" },
  signatures: { most: 4, of: "signatures in one header that are looked at", answer: "401 bad-signature" },
  depth: { most: 16, of: "levels of nesting in the JSON of an event", answer: "422 not-an-event" },
  title: { most: 2000, of: "characters of a title", answer: "422 not-an-event" },
  annotation: { most: 20_000, of: "characters of the annotation of an item", answer: "422 not-an-event" },
  words: { most: 1000, of: "characters of a note or a reason", answer: "422 not-an-event" },
  link: { most: 500, of: "characters of a link, https only", answer: "422 not-an-event" },
  itemAddress: {
    most: 56,
    of: "characters of an item's number in the address of its feed, where other letters than a to z are percent-encoded",
    answer: "422 not-an-event",
  },
  slots: { most: 1000, of: "slots of a meeting; those that are added later are 409 meeting-too-large", answer: "422 not-an-event" },
  items: { most: 1000, of: "items and subitems of an agenda", answer: "422 not-an-event" },
  itemsOfSlot: { most: 200, of: "items of a slot", answer: "422 not-an-event" },
  documents: {
    most: 1000,
    of: "documents of a meeting's record; of documents.issued a fifth, and 409 meeting-too-large beyond",
    answer: "422 not-an-event",
  },
  state: { most: 1_500_000, of: "octets of all that is said of a meeting; a correction may still follow", answer: "409 meeting-too-large" },
  events: { most: 10_000, of: "events of a meeting; a withdrawal or redaction may still follow", answer: "409 log-full" },
  meetings: { most: 1000, of: "meetings of a body", answer: "409 too-many-meetings" },
  activeKeys: { most: 32, of: "keys of a body at a time", answer: "409 too-many-active-keys" },
  keys: { most: 200, of: "keys that a body ever had", answer: "409 too-many-keys" },
  followers: { most: 10_000, of: "who follow a meeting as it happens, by WebSocket", answer: "503 too-many-followers" },
  // Cloudflare allows 32,768 in an object.
  followersOfAll: { most: 30_000, of: "who follow any meeting of a body", answer: "503 too-many-followers" },
  perKey: { most: 120, of: "events a minute by one key of a body; the operator's is not counted", answer: "429 too-many" },
  perAddress: {
    most: 600,
    of: "deliveries a minute from one address, where the operator names the header that tells it",
    answer: "429 too-many",
  },
} as const satisfies Record<string, Limit>;
