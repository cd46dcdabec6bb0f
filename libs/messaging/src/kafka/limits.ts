/** The named maxima of the adapter, in one place. */

/** One produce request of one stream, before compression. */
export const sendRecordsMax = 2_000;
export const sendBytesMax = 900_000;
/** What a topic takes as one batch: a message at its limit with the headers of a dead letter, incompressible. */
export const topicBatchBytesMax = 2_000_000;
/** One fetch, compressed: in memory it may be several times as much. */
export const fetchBytesMax = 4_000_000;
export const fetchBytesPerPartitionMax = 1_000_000;
/** One record batch when it is no longer compressed; a larger one cannot be read. */
export const chunkBytesMax = 64_000_000;
/** How long a fetch waits for news while some partition is left out and will soon want to be fetched again. */
export const fetchWaitPausedMilliseconds = 10;
/** How long a reading without a group waits for news. */
export const readWaitMilliseconds = 1_000;
/** Requests without an answer are looked for this often, on each connection. */
export const requestCheckMilliseconds = 1_000;
/** Fetched and not yet handled, for each partition: past either, the partition is not fetched. */
export const waitingBytesMax = 2_000_000;
export const waitingBatchesMax = 4;
/** While all partitions of a broker are full, a heartbeat is thought of this often. */
export const fullWaitMilliseconds = 200;
/** Handlers of one subscription have at most this many full batches at once, over all its partitions. */
export const batchesInWorkMax = 4;
/** A batch in work may end before the group is joined anew; one that takes longer comes again elsewhere. */
export const drainShareOfSession = 0.5;
/** A batch in work may end before a stop; one that takes longer comes again. */
export const stopMillisecondsMax = 8_000;
/** Commits of all partitions of a subscription share one request, at most this often. A crash brings that much again. */
export const commitEveryMilliseconds = 50;
export const lagEveryMilliseconds = 5_000;
/** Records that one reading without a group asks for at once, compressed. */
export const readBytesMax = 1_000_000;
export const connectMillisecondsMax = 3_000;
/** A request without an answer for this long: the broker or the link is gone. */
export const requestMillisecondsMax = 10_000;
