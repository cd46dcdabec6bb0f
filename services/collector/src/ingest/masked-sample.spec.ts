import { expect, it } from '@jest/globals';
import { maskedSample } from './masked-sample.js';

it('keeps the shape and no word', () => {
  const line =
    '{"id":"a1","author":"budi_s","sumberLain": "Rina","likes":-12, "text":"Jalan É rusak\u001b[31m';
  expect(maskedSample(new TextEncoder().encode(line))).toBe(
    '{"id":"x9","author":"xxxx_x","xxxxxxxxxx": "xxxx","likes":-99, "text":"xxxxx x xxxxx.[99x',
  );
});

it('is short and survives bytes that are no text', () => {
  expect(maskedSample(new Uint8Array(100_000).fill(0x61))).toBe('x'.repeat(200));
  expect(maskedSample(Uint8Array.of(0xff, 0xfe, 0x00))).toBe('...');
});
