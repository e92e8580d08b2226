import { readFileSync } from "node:fs";
import { isLoopback, LOOPBACK_ADDRESS } from "../../meeting/loopback.ts";

/**
 * MiB of V8's heap, as on Cloudflare: what fits there fits here. Of those, what is young: with little to look through at once, the
 * slowest answers under load take half as long.
 */
export const V8_FLAGS: readonly string[] = ["--max-heap-size=128", "--max-semi-space-size=1"];

/** Of the service, as it stands in wrangler.toml. */
export const readCompatibilityDate = (): string => {
  const date = /^compatibility_date = "([\d-]+)"/m.exec(readFileSync("wrangler.toml", "utf8"))?.[1];
  if (!date) throw new Error("wrangler.toml has no compatibility_date.");
  return date;
};

const readCompatibilityFlags = (): string => {
  const flags = /^compatibility_flags = (\[[^\]]*\])/m.exec(readFileSync("wrangler.toml", "utf8"))?.[1];
  if (flags === undefined) throw new Error("wrangler.toml has no compatibility_flags.");
  return flags;
};

/** How far news may go: to public addresses; to this machine too; or nowhere, from a copy of a service that is only read. */
export type Reach = "public" | "loopback" | "nowhere";

const REACHED: Record<Reach, readonly string[]> = { public: ["public"], loopback: ["public", `${LOOPBACK_ADDRESS}/32`], nowhere: [] };

/** Of addresses that are taken to be public: NAT64 and 6to4 lead on into private ones, and the last is for tests of networks (RFC 2544). */
const NOT_PUBLIC = ["64:ff9b::/96", "2002::/16", "198.18.0.0/15"];

/**
 * The house's mail server, `smtps://mail.example.org`: TLS from the first octet. Without TLS, `smtp://127.0.0.1`, it is of this machine alone.
 * A line that begins in clear text and turns to TLS where it may is not offered: it could be kept from turning.
 */
const describeMailServer = (setting: string): string => {
  const { protocol, hostname, port } = new URL(setting);
  if (protocol === "smtps:")
    return `"${hostname}:${port || "465"}", tcp = (tlsOptions = (trustBrowserCas = true), certificateHost = "${hostname}")`;
  if (protocol === "smtp:" && isLoopback(hostname)) return `"${hostname}:${port || "25"}", tcp = ()`;
  throw new Error("PLENARY_MAIL_SERVER must be smtps://HOST, or smtp:// and this machine.");
};

/** workerd's configuration; secrets come from its environment, so that none stands in a file. */
export const formatConfiguration = (
  port: number,
  reach: Reach,
  mailServer?: string,
): string => `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "plenary", worker = .plenary),
    (name = "objects", disk = (path = "objects", writable = true)),
    (name = "assets", disk = (path = "assets")),
    (name = "nowhere", network = (allow = [])),
    (name = "outside", network = (allow = ${JSON.stringify(REACHED[reach])}, deny = ${JSON.stringify(NOT_PUBLIC)}, tlsOptions = (trustBrowserCas = true))),${mailServer === undefined ? "" : `\n    (name = "mail", external = (address = ${describeMailServer(mailServer)})),`}
  ],
  sockets = [(name = "http", address = "${LOOPBACK_ADDRESS}:${port}", http = (), service = "plenary")],
  v8Flags = ${JSON.stringify(V8_FLAGS)},
);

const plenary :Workerd.Worker = (
  modules = [(name = "index.js", esModule = embed "worker/index.js")],
  compatibilityDate = "${readCompatibilityDate()}",
  compatibilityFlags = ${readCompatibilityFlags()},
  globalOutbound = "nowhere",
  bindings = [
    (name = "BODIES", durableObjectNamespace = "BodyObject"),
    (name = "DIRECTORY", durableObjectNamespace = "DirectoryObject"),
    (name = "ASSETS", service = "assets"),
    (name = "OUTSIDE", service = "outside"),${mailServer === undefined ? "" : '\n    (name = "MAIL", service = "mail"),'}
    (name = "PUBLIC_ORIGIN", fromEnvironment = "PUBLIC_ORIGIN"),
    (name = "PLENARY_OPERATOR_KEY", fromEnvironment = "PLENARY_OPERATOR_KEY"),
    (name = "PLENARY_BEARER_TOKENS", fromEnvironment = "PLENARY_BEARER_TOKENS"),
    (name = "PLENARY_ADDRESS_HEADER", fromEnvironment = "PLENARY_ADDRESS_HEADER"),
    (name = "PLENARY_OPERATOR_NAME", fromEnvironment = "PLENARY_OPERATOR_NAME"),
    (name = "PLENARY_LOGO_RIGHTS", fromEnvironment = "PLENARY_LOGO_RIGHTS"),
    (name = "PLENARY_EMBED_ORIGINS", fromEnvironment = "PLENARY_EMBED_ORIGINS"),
    (name = "PLENARY_MAIL_FROM", fromEnvironment = "PLENARY_MAIL_FROM"),
    (name = "PLENARY_NEWS_LOOPBACK", fromEnvironment = "PLENARY_NEWS_LOOPBACK"),
  ],
  durableObjectNamespaces = [
    (className = "BodyObject", uniqueKey = "plenary-body", enableSql = true),
    (className = "DirectoryObject", uniqueKey = "plenary-directory", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "objects"),
);
`;
