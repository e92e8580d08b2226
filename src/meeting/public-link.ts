import * as z from "zod/mini";
import { secureLink } from "./identifiers.ts";
import { FREE_TEXTS } from "./text.ts";

/** Names of parameters that carry what lets someone in, without case, dashes and underscores. */
const ADMITTING = new Set(
  (
    "pwd passwd password passcode pass pin pincode token accesstoken authtoken jwt tk zak key accesskey secret code accesscode joincode " +
    "invitecode invite ticket otp sig signature mtid"
  ).split(" "),
);

/** Services whose links are the invitation itself. */
const INVITATIONS: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  { host: /^teams\.(?:microsoft|live|cloud\.microsoft)(?:\.com|\.us)?$/, path: /\/meetup-join\/|^\/meet\// },
  { host: /^meet\.google\.com$/, path: /^\/(?:[a-z]{3}-[a-z]{4}-[a-z]{3}\b|lookup\/)/ },
  { host: /^meet\.jit\.si$/, path: /^\/./ },
];

const listNames = (parameters: string): readonly string[] =>
  [...new URLSearchParams(parameters).keys()].map((name) => name.toLowerCase().replaceAll(/[^a-z]/g, ""));

/** Whether whoever has the link is let in by it: feeds are read by anyone, and copies of them stay. */
const isAdmittingAnyone = (link: string): boolean => {
  const { username, password, hostname, pathname, search, hash } = new URL(link);
  // Of a fragment such as `#/join?pwd=1` as of `#pwd=1`.
  const names = [...listNames(search), ...listNames(hash.replace(/^#(?:.*\?)?/, ""))];
  return (
    username !== "" ||
    password !== "" ||
    names.some((name) => ADMITTING.has(name)) ||
    INVITATIONS.some(({ host, path }) => host.test(hostname) && path.test(pathname))
  );
};

/** A link that may stand in a feed. */
export const publicLink = secureLink
  .check(
    z.refine(
      (link: string) => !URL.canParse(link) || !isAdmittingAnyone(link),
      "lets in whoever has it, and feeds are read by anyone: give the page that tells how to take part, without a passcode or a token",
    ),
  )
  .register(FREE_TEXTS, {});
