import { expect, it } from '@jest/globals';
import { canonicalLink } from './canonical-link.js';
import { plainText } from './plain-text.js';

it.each([
  'https://warta.example/berita/1',
  'http://www.warta.example/berita/1/',
  'https://warta.example/berita/1?utm_source=rss&utm_medium=x&fbclid=abc',
  'https://warta.example/berita/1/amp',
  'https://amp.warta.example/berita/1',
  'https://m.warta.example/berita/1#atas',
  'https://warta.example/amp/berita/1',
  'https://warta.example:443/berita/1?page=all',
])('%s is one article', (address) => expect(canonicalLink(address)).toBe('warta.example/berita/1'));

it('keeps the fields that tell articles apart, in one order', () => {
  expect(canonicalLink('https://warta.example/baca?id=7&b=1&utm_x=2')).toBe('warta.example/baca?b=1&id=7');
  expect(canonicalLink('https://warta.example/baca?id=8')).not.toBe(
    canonicalLink('https://warta.example/baca?id=7'),
  );
});

it.each(['', 'berita/1', 'javascript:alert(1)', 'urn:x:1'])('%s is no link', (address) =>
  expect(canonicalLink(address)).toBeNull(),
);

it('makes text of HTML', () => {
  expect(
    plainText(
      '<p>Air&nbsp;mati &amp; lampu</p><script>alert(1)</script><br/>Kata &#8220;warga&#x201D;<!-- x -->',
    ),
  ).toBe('Air mati & lampu\n Kata “warga”'.replace('\n ', '\n'));
});
