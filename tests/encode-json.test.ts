import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeJson } from "../src/http/encode-json.ts";

const decode = (octets: Uint8Array): string => new TextDecoder().decode(octets);

describe("JSON that is written element by element", () => {
  it("has the octets of JSON.stringify", () => {
    const json = fc.oneof(fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue()), fc.array(fc.jsonValue()));
    fc.assert(fc.property(json, (value) => decode(encodeJson(value)) === JSON.stringify(value)));
  });

  it("leaves out what an object does not have, as JSON.stringify does, and not what is in a list", () => {
    const value = { nothing: undefined, list: [undefined, { nothing: undefined }, []], next: null };
    expect(decode(encodeJson(value))).toBe('{"list":[null,{},[]],"next":null}');
  });
});
