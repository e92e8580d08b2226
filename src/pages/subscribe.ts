/** Where calendars take a subscription: see docs of each; the plain address always works. */
export const subscribeLinks = (address: string, name: string): readonly { readonly label: string; readonly href: string }[] => {
  const webcal = address.replace(/^https?:/, "webcal:");
  const forOutlook = `addfromweb?url=${encodeURIComponent(address)}&name=${encodeURIComponent(name)}`;
  return [
    // Google takes webcal: addresses only, and fails without a word on https:.
    { label: "Google", href: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}` },
    { label: "Outlook.com", href: `https://outlook.live.com/calendar/0/${forOutlook}` },
    { label: "Outlook for work", href: `https://outlook.office.com/calendar/0/${forOutlook}` },
    { label: "Apple", href: webcal },
  ];
};
