/** The prime of the field that Ed25519 is over (RFC 8032 §5.1). */
const P = 2n ** 255n - 19n;

/** Of a point whose order is 8. */
const Y8 = 0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n;

/** The eight points of small order, by what tells them from all others: order 4, 1, 2, and twice 8. */
const SMALL_ORDER: ReadonlySet<bigint> = new Set([0n, 1n, P - 1n, Y8, P - Y8]);

/** The y of an encoded point: 255 bits, little-endian, below the sign of x (RFC 8032 §5.1.2). */
const readY = (encoded: Uint8Array): bigint => BigInt(`0x${new Uint8Array(encoded).toReversed().toHex()}`) & (2n ** 255n - 1n);

/**
 * Why a point is neither a public key nor the first half of a signature, in whatever runtime: under a key of small order anyone
 * signs anything, and runtimes differ about such points and about a y that could be written smaller.
 * @param encoded 32 octets
 */
export const explainUnsafePoint = (encoded: Uint8Array): string | undefined => {
  const y = readY(encoded);
  if (y >= P) return "is not encoded in the one way that RFC 8032 allows";
  return SMALL_ORDER.has(y) ? "is a point of small order, under which anyone can sign" : undefined;
};
