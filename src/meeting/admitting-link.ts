/** Names of parameters that carry what lets someone in, without case, dashes and underscores. */
const ADMITTING = new Set(
  (
    "pwd passwd password passcode pass pin pincode token accesstoken authtoken jwt tk zak key accesskey secret code accesscode joincode " +
    "invitecode invite ticket otp sig signature mtid"
  ).split(" "),
);

/** A JSON Web Token, whatever it is called. */
const TOKEN = /^eyJ[\w-]+\.[\w-]+\./;

/** Services whose links are the invitation itself. */
const INVITATIONS: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  { host: /^teams\.(?:microsoft|live|cloud\.microsoft)(?:\.com|\.us)?$/, path: /\/meetup-join\/|^\/meet\// },
  { host: /^meet\.google\.com$/, path: /^\/(?:[a-z]{3}-[a-z]{4}-[a-z]{3}\b|lookup\/)/ },
  { host: /^meet\.jit\.si$/, path: /^\/./ },
];

const listParameters = (parameters: string): readonly (readonly [string, string])[] =>
  [...new URLSearchParams(parameters)].map(([name, value]) => [name.toLowerCase().replaceAll(/[^a-z]/g, ""), value]);

/** Whether whoever has the link is let in by it: feeds are read by anyone, and copies of them stay. */
export const isAdmittingAnyone = (link: string): boolean => {
  const { username, password, hostname, pathname, search, hash } = new URL(link);
  // Of a fragment such as `#/join?pwd=1` as of `#pwd=1`.
  const parameters = [...listParameters(search), ...listParameters(hash.replace(/^#(?:.*\?)?/, ""))];
  return (
    username !== "" ||
    password !== "" ||
    parameters.some(([name, value]) => ADMITTING.has(name) || TOKEN.test(value)) ||
    INVITATIONS.some(({ host, path }) => host.test(hostname) && path.test(pathname))
  );
};

/** Links among the words of a text, those too that are printed without their scheme. */
const listLinks = (text: string): readonly string[] =>
  text.split(/[\s<>"()[\]{}，。；、]+/u).flatMap((word) => {
    const at = word.search(/https?:\/\//i);
    const link = at < 0 ? `https://${word}` : word.slice(at);
    const isLink = at >= 0 || /^[\w-]+\.[\w.-]+\/[^@]*$/.test(word);
    return isLink && URL.canParse(link) ? [link] : [];
  });

/** Whether a text prints such a link: it stands in feeds as the link itself would. */
export const hasAdmittingLink = (text: string): boolean => text.includes("/") && listLinks(text).some(isAdmittingAnyone);
