/** For ever the same, in every feed and language: clients know an entry by nothing else. */
export const formatUid = (body: string, meeting: string, of: string): string => `${body}.${meeting}.${of}`;
