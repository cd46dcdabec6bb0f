import { describe, expect, it } from '@jest/globals';
import { LineSplitter } from './line-splitter.js';

function split(text: string, chunkBytes: number, lineBytesMax = 10) {
  const splitter = new LineSplitter(lineBytesMax);
  const bytes = new TextEncoder().encode(text);
  const lines = [];
  for (let at = 0; at < bytes.length; at += chunkBytes)
    lines.push(...splitter.push(bytes.subarray(at, at + chunkBytes)));
  lines.push(...splitter.end());
  return lines.map(({ number, bytes, isTooLong }) => [
    number,
    isTooLong ? null : new TextDecoder().decode(bytes),
  ]);
}

describe('lines', () => {
  it.each([1, 2, 3, 7, 100])('are the same in chunks of %d bytes', (chunkBytes) => {
    expect(split('satu\n\n  \r\ndua\r\n0123456789\n0123456789a\ntiga', chunkBytes)).toEqual([
      [1, 'satu'],
      [4, 'dua\r'],
      [5, '0123456789'],
      [6, null],
      [7, 'tiga'],
    ]);
  });

  it('that are too long keep their beginning alone, at the end of the body too', () => {
    const splitter = new LineSplitter(1_000);
    for (let chunk = 0; chunk < 100; chunk += 1)
      expect(splitter.push(new Uint8Array(60_000).fill(0x61))).toEqual([]);
    const [line] = splitter.end();
    expect([line?.isTooLong, line?.bytes.length]).toEqual([true, 1_024]);
  });
});
