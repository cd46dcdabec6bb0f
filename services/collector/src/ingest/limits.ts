/** What one ingest request may use. Each bound is a promise about memory or time, whoever sends. */
export interface IngestLimits {
  readonly lineBytesMax: number;
  readonly batchLinesMax: number;
  readonly batchBytesMax: number;
  /** Longest a line waits for others before its batch is stored. */
  readonly batchWaitMilliseconds: number;
  /** After decompression. */
  readonly bodyBytesMax: number;
  /** Longest silence of the sender, and of a receiver that does not take its outcomes. */
  readonly idleMilliseconds: number;
  readonly bodyMilliseconds: number;
  readonly requestsMax: number;
  /** Longest stretch of processing before others get the processor. */
  readonly sliceMilliseconds: number;
}

export const defaultIngestLimits: IngestLimits = {
  lineBytesMax: 256 * 1024,
  batchLinesMax: 500,
  batchBytesMax: 4 * 1024 * 1024,
  batchWaitMilliseconds: 20,
  bodyBytesMax: 512 * 1024 * 1024,
  idleMilliseconds: 30_000,
  bodyMilliseconds: 3_600_000,
  requestsMax: 8,
  sliceMilliseconds: 10,
};
