interface Limit {
  readonly max: number;
  /** What is counted, and where. */
  readonly description: string;
  /** The status and code beyond it; for 409 the reason. */
  readonly response: string;
}

/** What one service takes. The store, the door and the schemas ask this table; `/problems` and docs/limits.md print it. */
export const LIMITS = {
  octets: { max: 1_500_000, description: "octets of an event, counted as they arrive", response: "413 too-large" },
  seconds: { max: 10, description: "seconds for an event to arrive whole", response: "408 incomplete" },
  page: { max: 8_388_608, description: "octets of a page of an imported log", response: "413 too-large" },
  skew: { max: 300, description: "seconds between a sender's clock and the service's, either way", response: "401 bad-timestamp" },
  id: { max: 128, description: "characters of a webhook-id, visible ASCII", response: "401 not-signed" },
  signatures: { max: 4, description: "signatures in one header that are looked at", response: "401 bad-signature" },
  depth: { max: 16, description: "levels of nesting in the JSON of an event", response: "422 not-an-event" },
  title: { max: 2000, description: "characters of a title", response: "422 not-an-event" },
  annotation: { max: 20_000, description: "characters of the annotation of an item", response: "422 not-an-event" },
  words: { max: 1000, description: "characters of a note or a reason", response: "422 not-an-event" },
  link: { max: 500, description: "characters of a link, https only", response: "422 not-an-event" },
  itemAddress: {
    max: 56,
    description: "characters of an item's number in the address of its feed, where other letters than a to z are percent-encoded",
    response: "422 not-an-event",
  },
  slots: {
    max: 2000,
    description: "slots of a meeting; those that are added later are 409 meeting-too-large",
    response: "422 not-an-event",
  },
  items: { max: 1000, description: "items and subitems of an agenda", response: "422 not-an-event" },
  itemsOfSlot: { max: 200, description: "items of a slot", response: "422 not-an-event" },
  partners: { max: 10, description: "bodies that meet jointly with another in a slot", response: "422 not-an-event" },
  joint: {
    max: 20,
    description: "bodies with which a meeting holds joint sittings; those that are named later are 409 meeting-too-large",
    response: "409 meeting-too-large",
  },
  listed: { max: 50, description: "meetings of other bodies that a body lists", response: "409 too-many-listed" },
  documents: {
    max: 1000,
    description: "documents of a meeting's record; of documents.issued a fifth, and 409 meeting-too-large beyond",
    response: "422 not-an-event",
  },
  state: {
    max: 3_000_000,
    description: "octets of all that is said of a meeting; a correction may still follow",
    response: "409 meeting-too-large",
  },
  stateByLimited: {
    max: 2_700_000,
    description: "the same, of what a key says that is limited to some events",
    response: "409 meeting-too-large",
  },
  stateByOperator: { max: 3_800_000, description: "the same, of what the operator's key says", response: "409 meeting-too-large" },
  events: {
    max: 20_000,
    description: "events of a meeting; a withdrawal or redaction may still follow, and any event by the operator's key",
    response: "409 log-full",
  },
  eventsByLimited: {
    max: 18_000,
    description: "events of a meeting after which a key that is limited to some events sends no more",
    response: "409 log-full",
  },
  meetings: { max: 5000, description: "meetings of a body", response: "409 too-many-meetings" },
  activeKeys: { max: 32, description: "keys of a body at a time", response: "409 too-many-active-keys" },
  keys: { max: 200, description: "keys that a body ever had", response: "409 too-many-keys" },
  setupLink: { max: 3600, description: "seconds for which a setup link is good", response: "422 not-an-event" },
  endpoints: { max: 50, description: "endpoints of a body at a time", response: "409 too-many-endpoints" },
  waiting: {
    max: 10_000,
    description: "pieces of news that wait for an endpoint; with one more it is ended, and no event is refused",
    response: "too-far-behind",
  },
  hoursOfRetries: {
    max: 75,
    description: "hours for which one piece of news is tried again; then its endpoint is ended",
    response: "unreachable",
  },
  octetsOfNews: {
    max: 524_288,
    description: "octets of entries in a piece of news; beyond it has their addresses alone",
    response: "isCut",
  },
  followers: { max: 10_000, description: "who follow a meeting as it happens, by WebSocket", response: "503 too-many-followers" },
  // Cloudflare allows 32,768 in an object.
  followersOfAll: { max: 30_000, description: "who follow any meeting of a body", response: "503 too-many-followers" },
  address: {
    max: 256,
    description: "characters of a feed's address, its options included: some calendars refuse a longer one without a word",
    response: "400 not-a-selection",
  },
  bodiesOfSelection: { max: 8, description: "bodies in what a delegate chose", response: "400 not-a-selection" },
  meetingsOfSelection: { max: 16, description: "meetings in what a delegate chose", response: "400 not-a-selection" },
  perKey: { max: 120, description: "events a minute by one key of a body; the operator's is not counted", response: "429 too-many" },
  perAddress: {
    max: 600,
    description: "deliveries a minute from one address, where the operator names the header that tells it",
    response: "429 too-many",
  },
} as const satisfies Record<string, Limit>;
