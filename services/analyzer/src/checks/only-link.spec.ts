import { expect, it } from '@jest/globals';
import { onlyLink } from './only-link.js';

it.each([
  ['https://berita.example/a?b=1', 'https://berita.example/a?b=1'],
  ['  <https://berita.example/a>\n', 'https://berita.example/a'],
  ['www.berita.example/a', 'https://www.berita.example/a'],
  ['berita.example', 'https://berita.example'],
  ['https://berita.example lihat ini', null],
  ['besok.libur ya', null],
  ['Air ledeng beracun', null],
  ['', null],
  ['a.'.repeat(5_000), null],
])('a link alone: %j', (text, address) => {
  expect(onlyLink(text)).toBe(address);
});
