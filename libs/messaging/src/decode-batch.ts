import { decodeEvent, type Stream, type StreamEvent } from '@kentongan/contracts';
import { dead, type Outcome } from './outcome.js';
import { WrongOutcomeCount } from './settle.js';
import type { Batch, StreamRecord } from './stream.port.js';

/** A message and what it says. */
export interface DecodedMessage<S extends Stream> {
  readonly record: StreamRecord;
  readonly event: StreamEvent<S>;
}

/**
 * Where groups of one process are handed the same bytes, what they say is worked out once. Entries go with the bytes.
 * The bytes of one message belong to one stream, so the stream need not be part of the key.
 */
const decodedOnce = new WeakMap<Uint8Array, ReturnType<typeof decodeEvent>>();

function decodeOnce<S extends Stream>(stream: S, value: Uint8Array): ReturnType<typeof decodeEvent<S>> {
  const known = decodedOnce.get(value);
  if (known) return known as ReturnType<typeof decodeEvent<S>>;
  const decoded = decodeEvent(stream, value);
  decodedOnce.set(value, decoded);
  return decoded;
}

/**
 * Decodes a batch of `stream`, hands the good messages to `handleEvents` in order and returns one outcome for
 * each message of the batch: the handler's for good ones, `dead` with the reason for undecodable ones.
 * Events may be shared between the groups of a process: nobody may change one.
 * A null value (withdrawal) has nothing to decode and is dead as `notAnEvent`; read tables for withdrawals.
 * @throws WrongOutcomeCount when the handler gives another number of outcomes than it got messages
 */
export async function decodeBatch<S extends Stream>(
  stream: S,
  batch: Batch,
  handleEvents: (messages: readonly DecodedMessage<S>[]) => Promise<readonly Outcome[]>,
): Promise<Outcome[]> {
  const messages: DecodedMessage<S>[] = [];
  const outcomes = batch.records.map((record): Outcome | null => {
    if (!record.value) return dead('notAnEvent', 'the message has no value');
    const decoded = batch.hasSharedBytes
      ? decodeOnce(stream, record.value)
      : decodeEvent(stream, record.value);
    if (!decoded.ok) return dead(decoded.reason, decoded.detail);
    messages.push({ record, event: decoded.event });
    return null;
  });
  const handled = messages.length ? await handleEvents(messages) : [];
  if (handled.length !== messages.length) throw new WrongOutcomeCount(messages.length, handled.length);
  let next = 0;
  return outcomes.map((outcome) => outcome ?? (handled[next++] as Outcome));
}
