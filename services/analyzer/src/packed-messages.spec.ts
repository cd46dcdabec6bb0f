import { describe, expect, it } from '@jest/globals';
import { packMessages, unpackMessages } from './packed-messages.js';

describe('packed messages', () => {
  it('come out as they went in, empty ones too', () => {
    const messages = ['satu', '', 'tiga é 🌊'].map((text) => new TextEncoder().encode(text));
    expect(unpackMessages(packMessages(messages)).map((bytes) => new TextDecoder().decode(bytes))).toEqual([
      'satu',
      '',
      'tiga é 🌊',
    ]);
  });
});
