import { randomFillSync } from 'node:crypto';
import type { OutgoingRecord, Reason } from '@kentongan/messaging';

const megabyte = 1_000_000;
const nestingDepth = 5_000;

/** Messages that no handler can read, and what they should be set aside as. */
export const poisons = {
  badJson: { reason: 'notJson', value: () => text('{"id":"rusak",') },
  wrongSchema: { reason: 'wrongData', value: (key) => text(JSON.stringify(envelope(key, { postId: 7 }))) },
  oneMegabyte: {
    reason: 'wrongData',
    // Random letters: what a broker weighs is the compressed batch, and this hardly shrinks.
    value: (key) => text(JSON.stringify(envelope(key, { text: randomLetters(megabyte - 1_000) }))),
  },
  invalidUtf8: { reason: 'notUtf8', value: () => Uint8Array.of(0x7b, 0xff, 0xfe, 0x00) },
  noValue: { reason: 'notAnEvent', value: () => null },
  deepNesting: {
    reason: 'wrongData',
    value: (key) => text(`${JSON.stringify(envelope(key, '@')).replace('"@"', nested())}`),
  },
} satisfies Record<string, { reason: Reason; value: (key: string) => Uint8Array | null }>;

export type PoisonKind = keyof typeof poisons;
const poisonKinds = Object.keys(poisons) as PoisonKind[];

/** The n-th poison: the kinds in turn. The key tells kind and number. */
export function poisonRecord(number: number): OutgoingRecord {
  const kind = poisonKinds[number % poisonKinds.length] as PoisonKind;
  const key = `${kind}-${number}`;
  return { key, value: poisons[kind].value(key), headers: { trace: key } };
}

const text = (json: string): Uint8Array => new TextEncoder().encode(json);
const nested = (): string => '['.repeat(nestingDepth) + ']'.repeat(nestingDepth);
const randomLetters = (bytes: number): string =>
  randomFillSync(Buffer.alloc(Math.ceil((bytes * 3) / 4)))
    .toString('base64')
    .slice(0, bytes);

function envelope(id: string, data: unknown) {
  return {
    id,
    type: 'post.analyzed',
    v: 1,
    occurredAt: '2026-03-10T03:00:00.000Z',
    regionId: 'wilayah-racun',
    correlationId: id,
    causationId: null,
    data,
  };
}
