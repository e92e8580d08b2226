/**
 * Whether something that was thrown is a mistake of ours. What an object throws comes over RPC marked, or, where it can't even
 * begin, as a plain Error of the runtime's: then its storage failed, or the way there.
 */
export const isOwnMistake = (error: unknown): boolean => !(error instanceof Error) || (!("remote" in error) && error.name !== "Error");
