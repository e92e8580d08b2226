import { describe, expect, it } from "vitest";
import { explainForbiddenAddress, isLoopbackAddress } from "../../src/meeting/news-address.ts";
import { chanceOf, type Chance } from "../fuzz/chance.ts";

const ADDRESSES = 100_000;

type Network = readonly [first: number, bits: number];

/** Networks that are not public (RFC 6890), each by its first address and the bits that are fixed. */
const PRIVATE: readonly [Network, ...Network[]] = [
  [0x00000000, 8],
  [0x0a000000, 8],
  [0x64400000, 10],
  [0x7f000000, 8],
  [0xa9fe0000, 16],
  [0xac100000, 12],
  [0xc0000000, 24],
  [0xc0a80000, 16],
  [0xc6120000, 15],
  [0xe0000000, 4],
];

const chooseOctets = (chance: Chance): readonly number[] => {
  const [network, bits] = chance.of<Network>([...PRIVATE]);
  const address = network + chance.below(2 ** (32 - bits));
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256);
};

const hex = (octet: number): string => octet.toString(16).padStart(2, "0");

/** The same address as people hide it: in another base, in one number, short, within IPv6, with a dot at its end. */
const write = (octets: readonly number[], chance: Chance): string => {
  const whole = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const [a = 0, b = 0, c = 0, d = 0] = octets;
  const words = `${hex(a)}${hex(b)}:${hex(c)}${hex(d)}`;
  return chance.of([
    () => octets.join("."),
    () => `${octets.join(".")}.`,
    () => octets.map((octet) => `0x${octet.toString(16)}`).join("."),
    () => octets.map((octet) => `0${octet.toString(8)}`).join("."),
    () => String(whole),
    () => `0x${whole.toString(16)}`,
    () => `${a}.${b}.${c * 256 + d}`,
    () => `[::ffff:${words}]`,
    () => `[64:ff9b::${words}]`,
    () => `[2002:${words}::1]`,
    () => `[::${words}]`,
    () => `[f${chance.of(["c", "d", "e8", "ec"])}${hex(d)}::${hex(c)}]`,
    () => octets.map((octet) => String(octet).replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))).join("."),
  ])();
};

describe("an address to which news may not go", () => {
  it(`is refused however it is written, ${ADDRESSES} times`, () => {
    const taken: string[] = [];
    for (let input = 0; input < ADDRESSES; input += 1) {
      const chance = chanceOf(20_100_127, input);
      const scheme = chance.of(["https", "HTTPS", "http", "ftp", "ws"]);
      const before = chance.oneIn(5) ? chance.of(["hooks.example@", "user:word@", "hooks.example%2f@"]) : "";
      const url = `${scheme}://${before}${write(chooseOctets(chance), chance)}${chance.of(["", ":443", ":8080"])}/hook`;
      if (explainForbiddenAddress(url) === undefined && !isLoopbackAddress(url)) taken.push(url);
    }
    expect(taken).toEqual([]);
  });

  it.for([
    "https://localhost./hook",
    "https://printer.local/hook",
    "https://metadata.google.internal/computeMetadata",
    "https://intranet/hook",
    "https://router.home.arpa/",
    "https://user:word@hooks.example.org/",
    "http://hooks.example.org/",
    "https://8.8.8.8/hook",
    "javascript:alert(1)",
    "hooks.example.org/hook",
  ])("is %s", (address) => {
    expect(explainForbiddenAddress(address)).toBeDefined();
  });

  it.for([
    "https://hooks.example.org/T0/B0?token=x",
    "https://mattermost.example.org:8443/hooks/x",
    "https://xn--bcher-kva.example/",
    "https://localhost.example.org/",
    "https://10.0.0.1.example.org/",
  ])("is not %s", (address) => {
    expect(explainForbiddenAddress(address)).toBeUndefined();
  });
});
