import { isLoopback } from "./loopback.ts";

/** Names that lead to no public host: of a machine itself, or of the network in which it stands (RFC 6761, RFC 6762, RFC 8375, RFC 9476). */
const INWARD = /^(?:.*\.)?(?:localhost|local|internal|intranet|private|corp|home|lan|home\.arpa|onion|alt)$/;

/** As `URL` writes an address that is no name, however it was typed. */
const NUMERIC = /^(?:\[.*\]|\d+\.\d+\.\d+\.\d+)$/;

/** Whether an address is of this machine: what only an operator who develops a receiver lets news go to. */
export const isLoopbackAddress = (address: string): boolean => {
  const url = URL.parse(address);
  return url !== null && ["http:", "https:"].includes(url.protocol) && isLoopback(url.hostname);
};

/** One address of a list, and nothing else that a mail could be made of. */
const MAIL_ADDRESS = /^mailto:[A-Za-z0-9._+-]{1,64}@(?:[a-z0-9-]{1,63}\.)*[a-z0-9-]{1,63}$/;

/** Whether news goes to a list by mail: then it goes together, and what nobody must know at once not at all. */
export const isMailAddress = (address: string): boolean => address.startsWith("mailto:");

/**
 * Why news is not sent to an address, as far as it tells by itself; undefined where it may be. Where a name leads, the network
 * says, which resolves it: bare workerd refuses what is private then.
 */
export const explainForbiddenAddress = (address: string): string | undefined => {
  const url = URL.parse(address);
  if (!url) return "must be an address";
  if (isMailAddress(address))
    return MAIL_ADDRESS.test(address) ? undefined : "must be one mail address of a list, such as mailto:list@example.org";
  if (url.username !== "" || url.password !== "") return "must have no user name nor password before the host";
  if (isLoopbackAddress(address)) return undefined;
  if (url.protocol !== "https:") return "must begin with https://";
  const name = url.hostname.replace(/\.$/, "");
  if (NUMERIC.test(name)) return "must name a host: a bare number is no name that a certificate proves";
  return !name.includes(".") || INWARD.test(name) ? "must name a public host" : undefined;
};

/** All that is said of an address to others: its path and its query may let in whoever has them. */
export const getHost = (address: string): string => (isMailAddress(address) ? (address.split("@")[1] ?? "") : new URL(address).host);
