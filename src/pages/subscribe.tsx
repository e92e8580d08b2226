import type { PageContext } from "./page-context.ts";

const addOption = (address: string, option: string): string => `${address}${address.includes("?") ? "&" : "?"}${option}`;

/** Where calendars take a subscription: see docs of each; the plain address always works. */
const listChoices = (
  address: string,
  name: string,
  { page }: PageContext,
): readonly { readonly label: string; readonly href: string; readonly device?: string }[] => {
  const webcal = address.replace(/^https?:/, "webcal:");
  // Google drops a cancelled entry without a word: what is told in its title stays.
  const forGoogle = addOption(webcal, "cancelled=text");
  const forOutlook = `addfromweb?url=${encodeURIComponent(address)}&name=${encodeURIComponent(name)}`;
  return [
    // Google takes webcal: addresses only, and fails without a word on https:.
    { label: "Google", device: "android", href: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(forGoogle)}` },
    { label: "Outlook.com", device: "windows", href: `https://outlook.live.com/calendar/0/${forOutlook}` },
    { label: page.outlookForWork, href: `https://outlook.office.com/calendar/0/${forOutlook}` },
    { label: "Apple", device: "apple", href: webcal },
    { label: page.download, href: addOption(address, "download") },
  ];
};

interface SubscribeProps {
  /** Of the feed, absolute, with its options. */
  readonly address: string;
  /** What the calendar is called. */
  readonly name: string;
  readonly context: PageContext;
}

/** Every way to follow a feed: a button for each calendar, the plain address, and its QR code. */
export const Subscribe = ({ address, name, context }: SubscribeProps) => {
  const { page, origin } = context;
  return (
    <div class="subscribe">
      <ul class="choices">
        {listChoices(address, name, context).map(({ label, href, device }) => (
          <li data-device={device}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
      <p class="soft" data-on="android" hidden>
        {page.onAndroid}
      </p>
      <div class="address">
        <img src={address.slice(origin.length).replace(".ics", ".svg")} alt={page.code} width="116" height="116" loading="lazy" />
        <div>
          <p class="soft">{page.address}</p>
          <p>
            <code dir="ltr">{address}</code>
          </p>
          <button type="button" data-copy={address}>
            {page.copy}
          </button>
        </div>
      </div>
    </div>
  );
};

/** Whether all calendars take a feed. */
export const isOffered = (address: string, { origin, oversized }: PageContext): boolean =>
  !oversized.has(address.slice(origin.length).replace(/\?.*$/, ""));
