import { Point } from "@noble/ed25519";

/** A delivery whose signature fulfils the equation of Ed25519, or nearly: such as verifiers are known to differ about. */
export interface Ed25519Vector {
  readonly what: string;
  readonly publicKey: Uint8Array;
  readonly signature: Uint8Array;
  readonly raw: Uint8Array;
  readonly isValid: boolean;
}

/** What stands before the raw bytes of each vector in what is signed. */
export const SIGNED_HEAD = { id: "msg_vector", timestamp: "1264584060" };

const { p: P, n: L } = Point.CURVE();
const SIGN = 2n ** 255n;
const [SECRET, NONCE] = [0x2010_01_27n, 0x9_20n];

const toBytes = (number: bigint): Uint8Array => Uint8Array.fromHex(number.toString(16).padStart(64, "0")).toReversed();
const toNumber = (bytes: Uint8Array): bigint => BigInt(`0x${new Uint8Array(bytes).toReversed().toHex()}`);

/** A point so many times, none and the group's order among them. */
const multiply = (point: Point, factor: bigint): Point => {
  let [sum, doubled] = [Point.ZERO, point];
  for (let rest = factor; rest > 0n; rest /= 2n) {
    if (rest % 2n === 1n) sum = sum.add(doubled);
    doubled = doubled.double();
  }
  return sum;
};

interface Encoded {
  readonly what: string;
  readonly point: Point;
  readonly bytes: Uint8Array;
}

/** The small part of the point whose y is 3; its order is 8. */
const ORDER_8 = multiply(Point.fromBytes(toBytes(3n)), L);
const canonical = Array.from({ length: 8 }, (_, at) => multiply(ORDER_8, BigInt(at))).map((point, at): Encoded => ({
  what: `${at} of 8`,
  point,
  bytes: point.toBytes(),
}));
const ORDER_2 = multiply(ORDER_8, 4n);
const lenient: readonly Encoded[] = [
  { what: "1 with a sign", point: Point.ZERO, bytes: toBytes(1n + SIGN) },
  { what: "-1 with a sign", point: ORDER_2, bytes: toBytes(P - 1n + SIGN) },
  { what: "p", point: Point.fromBytes(toBytes(0n)), bytes: toBytes(P) },
  { what: "p with a sign", point: Point.fromBytes(toBytes(SIGN)), bytes: toBytes(P + SIGN) },
  { what: "p + 1", point: Point.ZERO, bytes: toBytes(P + 1n) },
  { what: "p + 1 with a sign", point: Point.ZERO, bytes: toBytes(P + 1n + SIGN) },
];
/** The points of small order, in all ways in which a lenient reader finds them. */
const smallOrder: readonly Encoded[] = [...canonical, ...lenient];

/** Public keys that nobody may have: of small order, or written otherwise than RFC 8032 says. */
export const REFUSED_KEYS: readonly Uint8Array[] = [
  ...smallOrder.map(({ bytes }) => bytes),
  ...Array.from({ length: 19 }, (_, at) => P + BigInt(at)).flatMap((y) => [toBytes(y), toBytes(y + SIGN)]),
];

const hash = async (...parts: readonly Uint8Array[]): Promise<bigint> => {
  const bytes = await new Blob(parts.map((part) => new Uint8Array(part))).arrayBuffer();
  return toNumber(new Uint8Array(await crypto.subtle.digest("SHA-512", bytes))) % L;
};

interface Forgery {
  readonly what: string;
  readonly publicKey: Encoded;
  readonly r: Encoded;
  /** Discrete logarithms of the large parts. */
  readonly secret: bigint;
  readonly nonce: bigint;
  /** Whether the small parts fit too, without which only a verifier that multiplies by 8 agrees. */
  readonly isWhole: boolean;
  readonly isValid: boolean;
}

/** Tries words until the small parts of the equation fit, or do not, as is asked. */
const forge = async ({ what, publicKey, r, secret, nonce, isWhole, isValid }: Forgery): Promise<Ed25519Vector> => {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const raw = new TextEncoder().encode(String(attempt));
    const signed = new TextEncoder().encode(`${SIGNED_HEAD.id}.${SIGNED_HEAD.timestamp}.${attempt}`);
    const challenge = await hash(r.bytes, publicKey.bytes, signed);
    const s = (nonce + challenge * secret) % L;
    const isFulfilled = multiply(Point.BASE, s).equals(r.point.add(multiply(publicKey.point, challenge)));
    if (isFulfilled === isWhole)
      return { what, publicKey: publicKey.bytes, signature: new Uint8Array([...r.bytes, ...toBytes(s)]), raw, isValid };
  }
  throw new Error(`no words fit: ${what}`);
};

const pointOf = (what: string, point: Point): Encoded => ({ what, point, bytes: point.toBytes() });

export const makeEd25519Vectors = async (): Promise<readonly Ed25519Vector[]> => {
  const [key, nonce] = [multiply(Point.BASE, SECRET), multiply(Point.BASE, NONCE)];
  const own = {
    publicKey: pointOf("a key", key),
    r: pointOf("a point", nonce),
    secret: SECRET,
    nonce: NONCE,
    isWhole: true,
    isValid: true,
  };
  const honest = await forge({ ...own, what: "an honest one" });
  const s = toNumber(honest.signature.subarray(32));
  const changed = (what: string, publicKey: Uint8Array, signature: Uint8Array): Ed25519Vector => ({
    ...honest,
    what,
    publicKey,
    signature,
    isValid: false,
  });
  const forgeries = await Promise.all([
    ...smallOrder.map((publicKey) =>
      forge({ ...own, what: `a key of small order, ${publicKey.what}`, publicKey, secret: 0n, isValid: false }),
    ),
    ...smallOrder.flatMap((publicKey) => {
      const r = canonical.find(({ point }) => point.equals(publicKey.point.negate()));
      return r
        ? [forge({ ...own, what: `nothing but small order, ${publicKey.what}`, publicKey, r, secret: 0n, nonce: 0n, isValid: false })]
        : [];
    }),
    ...smallOrder.map((r) => forge({ ...own, what: `R of small order, ${r.what}`, r, nonce: 0n, isWhole: r.point.is0(), isValid: false })),
    forge({ ...own, what: "a key with a small part, the equation whole", publicKey: pointOf("", key.add(ORDER_8)) }),
    forge({
      ...own,
      what: "a key with a small part, the equation but for it",
      publicKey: pointOf("", key.add(ORDER_8)),
      isWhole: false,
      isValid: false,
    }),
    forge({
      ...own,
      what: "R with a small part, the equation but for it",
      r: pointOf("", nonce.add(ORDER_8)),
      isWhole: false,
      isValid: false,
    }),
  ]);
  return [
    honest,
    ...forgeries,
    changed("an S that was not reduced", honest.publicKey, new Uint8Array([...honest.signature.subarray(0, 32), ...toBytes(s + L)])),
    changed("a key that is on no curve", toBytes(2n), honest.signature),
    changed("an R that is on no curve", honest.publicKey, new Uint8Array([...toBytes(2n), ...honest.signature.subarray(32)])),
  ];
};
