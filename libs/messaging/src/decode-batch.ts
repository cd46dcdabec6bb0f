import type { Decoded, Stream, StreamEvent } from '@kentongan/contracts';
import { messageDecoder } from './decode-message.js';
import { dead, type Outcome } from './outcome.js';
import { WrongOutcomeCount } from './settle.js';
import type { Batch, StreamRecord } from './stream.port.js';

/** A message and what it says. */
export interface DecodedMessage<S extends Stream> {
  readonly record: StreamRecord;
  readonly event: StreamEvent<S>;
}

/**
 * Groups of one process may be handed the same bytes; what they say is worked out once. Entries go with the bytes.
 * The bytes of one message belong to one stream, so the stream need not be part of the key.
 */
const decodedOnce = new WeakMap<Uint8Array, Decoded<unknown>>();

function sharedDecoder<S extends Stream>(stream: S): (value: Uint8Array) => Decoded<StreamEvent<S>> {
  const decode = messageDecoder(stream);
  return (value) => {
    const known = decodedOnce.get(value);
    if (known) return known as Decoded<StreamEvent<S>>;
    const decoded = decode(value);
    decodedOnce.set(value, decoded);
    return decoded;
  };
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
): Promise<readonly Outcome[]> {
  const decode = batch.hasSharedBytes ? sharedDecoder(stream) : messageDecoder(stream);
  const messages: DecodedMessage<S>[] = [];
  const undecodable = new Map<number, Outcome>();
  for (let index = 0; index < batch.records.length; index += 1) {
    const record = batch.records[index] as StreamRecord;
    const decoded = record.value ? decode(record.value) : noValue;
    if (decoded.ok) messages.push({ record, event: decoded.event });
    else undecodable.set(index, dead(decoded.reason, decoded.detail));
  }
  const handled = messages.length ? await handleEvents(messages) : [];
  if (handled.length !== messages.length) throw new WrongOutcomeCount(messages.length, handled.length);
  if (undecodable.size === 0) return handled;
  let next = 0;
  return batch.records.map((_, index) => undecodable.get(index) ?? (handled[next++] as Outcome));
}

const noValue = { ok: false, reason: 'notAnEvent', detail: 'the message has no value' } as const;
