const BYTE_ORDER_MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

const DECLARED = /charset\s{0,3}=\s{0,3}["']?\s{0,3}([\w-]{1,30})/i;

const decodeAs = (bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal, ignoreBOM: false }).decode(bytes);
  } catch {
    // Not of this encoding, or an encoding that the platform does not know.
    return undefined;
  }
};

/** In Windows-1251 most letters of a Russian text are single high bytes in runs; in Windows-1252 accents stand alone. */
const isCyrillic = (bytes: Uint8Array): boolean => {
  let [runs, high] = [0, 0];
  for (const [at, byte] of bytes.entries()) {
    if (byte < 0xc0) continue;
    high += 1;
    if ((bytes[at + 1] ?? 0) >= 0xc0) runs += 1;
  }
  return runs * 2 > high;
};

/** The text of a file: by its byte order mark, else UTF-8, else what an HTML file declares, else Windows-1251 or -1252. */
export const decodeText = (bytes: Uint8Array): string => {
  const marked = BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte));
  if (marked) return decodeAs(bytes, marked.encoding, false) ?? "";
  const utf8 = decodeAs(bytes, "utf-8", true);
  if (utf8 !== undefined) return utf8;
  const declared = DECLARED.exec(decodeAs(bytes.subarray(0, 2000), "windows-1252", false) ?? "")?.[1];
  const guess = isCyrillic(bytes) ? "windows-1251" : "windows-1252";
  return (declared && decodeAs(bytes, declared, false)) ?? decodeAs(bytes, guess, false) ?? "";
};
