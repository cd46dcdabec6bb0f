import { describe, expect, it } from '@jest/globals';
import { decodeWeights, encodeWeights } from './weights-file.js';

const file = () =>
  encodeWeights('toy', { bits: 3 }, [Int8Array.of(-1, 2), new Uint8Array(0), Uint8Array.of(255)]);

describe('weights file', () => {
  it('gives back header and parts, also from the middle of a larger buffer', () => {
    const bytes = file();
    const larger = new Uint8Array(bytes.length + 5);
    larger.set(bytes, 3);
    const { header, parts } = decodeWeights<{ bits: number }>('toy', larger.subarray(3, 3 + bytes.length));
    expect(header).toEqual({ bits: 3 });
    expect(parts.map((part) => [...part])).toEqual([[255, 2], [], [255]]);
    expect([...new Int8Array(parts[0]!.buffer)]).toEqual([-1, 2]);
  });

  it('refuses every cut, another kind and other files', () => {
    const bytes = file();
    for (let length = 0; length < bytes.length; length += 1)
      expect(() => decodeWeights('toy', bytes.subarray(0, length))).toThrow(/toy model/);
    expect(() => decodeWeights('other', bytes)).toThrow('these are weights of "toy", not of "other"');
    expect(() => decodeWeights('toy', new TextEncoder().encode('<!doctype html><p>not found'))).toThrow(
      /first bytes/,
    );
  });
});
