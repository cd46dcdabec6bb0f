export { type DeadLetterInfo, deadStream, readDeadLetter } from './dead-letter.js';
export { type DecodedMessage, decodeBatch } from './decode-batch.js';
export { failuresToStandardError, type ObservedAt, type StreamObserver } from './observer.js';
export * from './outcome.js';
export { murmur2, partitionOf } from './partition.js';
export { type BatchParts, type Processed, processBatch } from './process-batch.js';
export { type Redriven, redrive } from './redrive.js';
export { type Retries, retriesMax, WrongOutcomeCount } from './settle.js';
export * from './stream.port.js';
