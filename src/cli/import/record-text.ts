/** A record as data/meetings holds it. */
export const formatRecord = (record: object): string => `${JSON.stringify(record, null, 2)}\n`;
