/** The named maxima of the log, in one place. */

/** One append: past this, publishes wait for the next one. */
export const chunkRecordsMax = 1_000;
export const chunkBytesMax = 1_000_000;
/** Committed chunks kept in memory for consumers of the same process, for each stream. */
export const tailBytesMax = 8_000_000;
/** One reading of the log. */
export const readBytesMax = 4_000_000;
export const readChunksMax = 500;
/** A query that takes longer is given up and its connection closed: the server or the link is gone. */
export const queryTimeoutMilliseconds = 30_000;
