import { readFileSync } from "node:fs";
import { LOOPBACK_ADDRESS } from "./loopback.ts";

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

/** workerd's configuration; secrets come from its environment, so that none stands in a file. */
export const formatConfiguration = (port: number): string => `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "plenary", worker = .plenary),
    (name = "objects", disk = (path = "objects", writable = true)),
    (name = "assets", disk = (path = "assets")),
  ],
  sockets = [(name = "http", address = "${LOOPBACK_ADDRESS}:${port}", http = (), service = "plenary")],
  v8Flags = ${JSON.stringify(V8_FLAGS)},
);

const plenary :Workerd.Worker = (
  modules = [(name = "index.js", esModule = embed "worker/index.js")],
  compatibilityDate = "${readCompatibilityDate()}",
  compatibilityFlags = ${readCompatibilityFlags()},
  bindings = [
    (name = "BODIES", durableObjectNamespace = "BodyObject"),
    (name = "DIRECTORY", durableObjectNamespace = "DirectoryObject"),
    (name = "ASSETS", service = "assets"),
    (name = "PUBLIC_ORIGIN", fromEnvironment = "PUBLIC_ORIGIN"),
    (name = "PLENARY_OPERATOR_KEY", fromEnvironment = "PLENARY_OPERATOR_KEY"),
    (name = "PLENARY_BEARER_TOKENS", fromEnvironment = "PLENARY_BEARER_TOKENS"),
    (name = "PLENARY_ADDRESS_HEADER", fromEnvironment = "PLENARY_ADDRESS_HEADER"),
  ],
  durableObjectNamespaces = [
    (className = "BodyObject", uniqueKey = "plenary-body", enableSql = true),
    (className = "DirectoryObject", uniqueKey = "plenary-directory", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "objects"),
);
`;
