import { describe, expect, it } from '@jest/globals';
import { checkLine } from './check-line.js';
import type { RefusalReason } from './refusal.js';

const now = Date.parse('2025-06-01T00:00:00Z');
const good = { id: '1', ts: '2025-05-31T23:00:00Z', text: 'jalan berlubang' };
const check = (bytes: Uint8Array) => checkLine({ number: 1, bytes, isTooLong: false }, 1_000, now);
const json = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

const refused: readonly (readonly [string, Uint8Array, RefusalReason])[] = [
  ['broken JSON', json('{"id":"1",'), 'notJson'],
  ['no JSON', json('halo'), 'notJson'],
  ['two objects', json('{} {}'), 'notJson'],
  ['a raw control character', json('{"id":"1","text":"a\u0001b"}'), 'notJson'],
  ['a raw NUL byte', json('{"id":"1","text":"a\u0000b"}'), 'notJson'],
  ['a list', json([good]), 'notAnObject'],
  ['a string', json('"halo"'), 'notAnObject'],
  ['null', json('null'), 'notAnObject'],
  ['invalid UTF-8', Uint8Array.of(0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d), 'notUtf8'],
  ['UTF-16', Uint8Array.from(Buffer.from(JSON.stringify(good), 'utf16le')), 'notJson'],
  ['deep nesting', json(`{"id":"1","x":${'['.repeat(5_000)}${']'.repeat(5_000)}}`), 'tooDeep'],
  ['an escaped NUL', json({ ...good, text: 'a\u0000b' }), 'nulCharacter'],
  ['a NUL in the author', json({ ...good, author: '\u0000' }), 'nulCharacter'],
  ['no id', json({ ts: good.ts, text: 'a' }), 'missingId'],
  ['an empty id', json({ ...good, id: '' }), 'missingId'],
  ['an id of another type', json({ ...good, id: {} }), 'wrongId'],
  ['an id that is a fraction', json({ ...good, id: 1.5 }), 'wrongId'],
  ['an id that is too long', json({ ...good, id: 'a'.repeat(201) }), 'wrongId'],
  ['no time', json({ id: '1', text: 'a' }), 'missingTime'],
  ['a null time', json({ ...good, ts: null }), 'missingTime'],
  ['a time without zone', json({ ...good, ts: '2025-05-31T23:00:00' }), 'wrongTime'],
  ['a day that does not exist', json({ ...good, ts: '2025-02-30T00:00:00Z' }), 'wrongTime'],
  ['seconds since the epoch', json({ ...good, ts: 1748732400 }), 'wrongTime'],
  ['a time in the future', json({ ...good, ts: '2025-06-01T00:10:01Z' }), 'futureTime'],
  ['an ancient time', json({ ...good, ts: '2004-12-31T23:59:59Z' }), 'ancientTime'],
  ['no text', json({ id: '1', ts: good.ts }), 'missingText'],
  ['an empty text', json({ ...good, text: '  \n' }), 'missingText'],
  ['a text of another type', json({ ...good, text: ['a'] }), 'wrongText'],
  ['a text that is too long', json({ ...good, text: 'a'.repeat(20_001) }), 'textTooLong'],
  ['likes that are words', json({ ...good, likes: 'banyak' }), 'wrongField'],
  ['negative likes', json({ ...good, likes: -1 }), 'wrongField'],
  ['likes beyond numbers', json({ ...good, likes: 1e300 }), 'wrongField'],
  ['an author kind that does not exist', json({ ...good, authorKind: 'bot' }), 'wrongField'],
  ['deleted as a word', json({ ...good, deleted: 'ya' }), 'wrongField'],
];

describe('checking a line', () => {
  it.each(refused)('refuses %s', (_name, bytes, reason) => {
    const checked = check(bytes);
    if (checked.ok) throw new Error('it was accepted');
    expect(checked.refusal.reason).toBe(reason);
    expect(checked.refusal.detail.length).toBeGreaterThan(5);
  });

  it('refuses a line that is too long', () => {
    const checked = checkLine({ number: 1, bytes: json('x'), isTooLong: true }, 1_000, now);
    expect(checked).toMatchObject({ ok: false, refusal: { reason: 'lineTooLong' } });
  });

  it('never repeats what was sent', () => {
    for (const field of ['id', 'ts', 'text', 'likes', 'authorKind', 'deleted', 'url', 'author'])
      expect(JSON.stringify(check(json({ ...good, [field]: { rahasia_budi: 1 } })))).not.toContain(
        'rahasia_budi',
      );
  });

  it.each([
    ['a bare post', good],
    ['null for what is absent', { ...good, author: null, likes: null, deleted: null, url: null }],
    ['unknown fields', { ...good, retweetedBy: [1, 2], __proto__x: { a: 1 } }],
    ['an id that is a number', { ...good, id: 42 }],
    ['another time zone', { ...good, ts: '2025-06-01T07:00:00+07:00' }],
    ['a time ten minutes ahead', { ...good, ts: '2025-06-01T00:10:00Z' }],
    ['the first moment', { ...good, ts: '2005-01-01T00:00:00Z' }],
    ['a deletion without text', { ...good, text: '', deleted: true }],
    ['brackets inside text', { ...good, text: '[{'.repeat(50) }],
  ])('accepts %s', (_name, value) => expect(check(json(value)).ok).toBe(true));

  it('does not let a line change the prototype of objects', () => {
    const checked = check(json(`{"id":"1","ts":"${good.ts}","text":"a","__proto__":{"likes":5}}`));
    expect(checked.ok && checked.post.likes).toBeUndefined();
  });
});
