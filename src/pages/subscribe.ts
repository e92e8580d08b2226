/** Where calendars take a subscription: see docs of each; the plain address always works. */
export const subscribeLinks = (address: string, name: string): readonly { readonly label: string; readonly href: string }[] => {
  const webcal = address.replace(/^https?:/, "webcal:");
  // Google drops a cancelled entry without a word: what is told in its title stays.
  const forGoogle = `${webcal}?cancelled=text`;
  const forOutlook = `addfromweb?url=${encodeURIComponent(address)}&name=${encodeURIComponent(name)}`;
  return [
    // Google takes webcal: addresses only, and fails without a word on https:.
    { label: "Google", href: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(forGoogle)}` },
    { label: "Outlook.com", href: `https://outlook.live.com/calendar/0/${forOutlook}` },
    { label: "Outlook for work", href: `https://outlook.office.com/calendar/0/${forOutlook}` },
    { label: "Apple", href: webcal },
    { label: "Download (will not update)", href: `${address}?download` },
  ];
};
