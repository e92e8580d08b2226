import { strFromU8, unzipSync } from "fflate";
import { fail, succeed, type Result } from "../../meeting/result.ts";

/** Word processors and spreadsheets write archives of XML files: what they unpack to is bounded before it is unpacked. */

/** Octets of all files together that are read. */
const LARGEST = 16 * 1024 * 1024;

export type Archive = ReadonlyMap<string, string>;

export const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The names of the files in an archive, without unpacking any. */
export const listFiles = (bytes: Uint8Array): readonly string[] => {
  const names: string[] = [];
  try {
    unzipSync(bytes, { filter: ({ name }) => (names.push(name), false) });
  } catch {
    // Not an archive, or cut off: what was listed so far is all that there is.
  }
  return names;
};

/** The XML files of an archive, as text. */
export const unpack = (bytes: Uint8Array, isWanted: (name: string) => boolean): Result<Archive, "too-large" | "damaged"> => {
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isWanted(name)) return false;
        size += originalSize;
        return size <= LARGEST;
      },
    });
    if (size > LARGEST) return fail("too-large");
    return succeed(new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)])));
  } catch {
    return fail("damaged");
  }
};
