import { describe, expect, it } from "vitest";
import { CODE_OCTETS, deriveCodeKey, formatCode, parseCode } from "../src/standard-webhooks/access-code.ts";

const CODE = Uint8Array.fromHex("00ff00aa55deadbeef01");

describe("a code that lets someone in", () => {
  it("is written in sixteen letters and figures of which none looks like another", () => {
    expect(CODE).toHaveLength(CODE_OCTETS);
    expect(formatCode(CODE)).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(parseCode(formatCode(CODE))).toEqual(CODE);
  });

  it("is read as people type it", () => {
    for (const text of [
      formatCode(CODE).toLowerCase(),
      formatCode(CODE).replaceAll("-", " "),
      ` ${formatCode(CODE).replaceAll("-", "")}\n`,
    ])
      expect(parseCode(text), text).toEqual(CODE);
    expect(parseCode("OO00-iiLL-1111-0000")).toEqual(parseCode("0000-1111-1111-0000"));
  });

  it.for(["", "7K2M", "7K2M-9QXT-4HWP-CB3", "7K2M-9QXT-4HWP-CB3DX", "7K2U-9QXT-4HWP-CB3D", "whsec_AAAA"])("is none in %s", (text) => {
    expect(parseCode(text)).toBeUndefined();
  });

  it("comes to one key, and another code to another", async () => {
    expect(await deriveCodeKey(CODE)).toMatch(/^whsk_[A-Za-z0-9+/]{43}=$/);
    expect(await deriveCodeKey(CODE)).toBe(await deriveCodeKey(new Uint8Array(CODE)));
    expect(await deriveCodeKey(CODE)).not.toBe(await deriveCodeKey(new Uint8Array(CODE.toReversed())));
  });
});
