/** One line as bytes, and what must become of it: `accepted`, `updated`, `unchanged`, or the reason of its refusal. */
export interface LineCase {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly becomes: string;
}

const encoder = new TextEncoder();
const base = { id: 'x', ts: '2024-06-01T05:00:00Z', text: 'Jalan di depan pasar sudah diperbaiki' };
const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

function raw(name: string, text: string | Uint8Array, becomes: string): LineCase {
  return { name, bytes: typeof text === 'string' ? encoder.encode(text) : text, becomes };
}

function post(name: string, fields: object, becomes: string): LineCase {
  return raw(name, JSON.stringify({ ...base, id: name, ...fields }), becomes);
}

/** A post whose JSON is written by hand, for values that JSON.stringify would not write. */
function written(name: string, field: string, value: string, becomes: string): LineCase {
  return raw(
    name,
    JSON.stringify({ ...base, id: name, [field]: 'HERE' }).replace('"HERE"', () => value),
    becomes,
  );
}

function withByte(name: string, byte: number): LineCase {
  const bytes = encoder.encode(JSON.stringify({ ...base, id: name, text: 'rusak ? di sini' }));
  bytes[bytes.indexOf(0x3f)] = byte;
  return raw(name, bytes, 'notUtf8');
}

/** What broken programs, hostile people and honest mistakes send. */
export const badLines: readonly LineCase[] = [
  raw('broken JSON', '{"id":"a","ts":', 'notJson'),
  raw('a word', 'halo', 'notJson'),
  raw('NaN', '{"id":"a","ts":"2024-06-01T05:00:00Z","text":"a","likes":NaN}', 'notJson'),
  raw('two objects', `${JSON.stringify(base)}${JSON.stringify(base)}`, 'notJson'),
  raw('single quotes', "{'id':'a'}", 'notJson'),
  raw('a raw NUL', '{"id":"a\0"}', 'notJson'),
  raw('an array', '[]', 'notAnObject'),
  raw('null', 'null', 'notAnObject'),
  raw('a number', '17', 'notAnObject'),
  raw('an empty object', '{}', 'missingId'),
  post('null id', { id: null }, 'missingId'),
  post('empty id', { id: '' }, 'missingId'),
  post('id of hidden characters', { id: '\u200b\u2066' }, 'wrongId'),
  post('object id', { id: { $gt: '' } }, 'wrongId'),
  post('long id', { id: 'i'.repeat(201) }, 'wrongId'),
  written('huge number id', 'id', '123456789012345678901234567890', 'wrongId'),
  written('fraction id', 'id', '1.5', 'wrongId'),
  post('no time', { ts: undefined }, 'missingTime'),
  post('time as number', { ts: 1_717_200_000 }, 'wrongTime'),
  post('time in words', { ts: 'kemarin sore' }, 'wrongTime'),
  post('a day that is not', { ts: '2024-02-30T05:00:00Z' }, 'wrongTime'),
  post('year 99999', { ts: '+099999-01-01T00:00:00Z' }, 'wrongTime'),
  post('time of tomorrow', { ts: inMinutes(24 * 60) }, 'futureTime'),
  post('time in eleven minutes', { ts: inMinutes(11) }, 'futureTime'),
  post('time of 2004', { ts: '2004-12-31T23:59:59Z' }, 'ancientTime'),
  post('no text', { text: undefined }, 'missingText'),
  post('blank text', { text: ' \t\n ' }, 'missingText'),
  post('text as list', { text: ['a'] }, 'wrongText'),
  post('text of 20,001', { text: 't'.repeat(20_001) }, 'textTooLong'),
  post('text of 1 MB', { text: 't'.repeat(1_000_000) }, 'lineTooLong'),
  raw('line of 1 MB that is no JSON', new Uint8Array(1_000_000).fill(0x7b), 'lineTooLong'),
  raw('nested 100,000 deep', nested(100_000), 'tooDeep'),
  written('field nested 17 deep', 'likes', nested(17), 'tooDeep'),
  post('NUL in text', { text: 'awal\0akhir' }, 'nulCharacter'),
  post('NUL in author', { author: 'a\0b' }, 'nulCharacter'),
  withByte('byte FF', 0xff),
  withByte('half a letter', 0xc3),
  post('negative likes', { likes: -1 }, 'wrongField'),
  post('likes as text', { likes: '12' }, 'wrongField'),
  written('likes 1e400', 'likes', '1e400', 'wrongField'),
  written('likes beyond exact', 'likes', '9007199254740993', 'wrongField'),
  post('deleted as text', { deleted: 'ya' }, 'wrongField'),
  post('unknown author kind', { authorKind: 'robot' }, 'wrongField'),
  post('address of 2,001', { url: `https://contoh.test/${'u'.repeat(2_000)}` }, 'wrongField'),
  // Odd, and yet posts like any other.
  post('largest exact likes', { likes: Number.MAX_SAFE_INTEGER }, 'accepted'),
  post('time in nine minutes', { ts: inMinutes(9) }, 'accepted'),
  post('time with offset', { ts: '2024-06-01T12:00:00+07:00' }, 'accepted'),
  post('text of 20,000', { text: 't'.repeat(20_000) }, 'accepted'),
  post('text of 20,000 wide', { text: '漢'.repeat(20_000) }, 'accepted'),
  post('zero width', { text: 'ra\u200bcun \u200cdi\u200d su\ufeffmur' }, 'accepted'),
  post('right to left', { text: 'aman \u202ekadit\u202c sekali \u2066tolong\u2069' }, 'accepted'),
  post('half an emoji', { text: 'senyum \ud83d lalu' }, 'accepted'),
  post('stacked marks', { text: `Z${'\u0300'.repeat(5_000)}algo` }, 'accepted'),
  post('terminal escapes', { text: '\u001b[2J\u001b]0;judul\u0007 halo \r\n{"level":"fatal"}' }, 'accepted'),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what an attacker sends
  post('markup', { text: '<img src=x onerror=alert(1)> ${7*7} {{7*7}}' }, 'accepted'),
  post('unknown fields', { __proto__: { a: 1 }, constructor: 'x', extra: { a: [1] } }, 'accepted'),
  written('own prototype', '__proto__', '{"id":"lain"}', 'accepted'),
  raw(
    'key given twice',
    JSON.stringify({ ...base, id: 'kunci' }).replace('}', ',"text":"kedua"}'),
    'accepted',
  ),
  post('twin', {}, 'accepted'),
  post('twin', {}, 'unchanged'),
  post('twin', { text: 'kembar yang berubah' }, 'updated'),
];
