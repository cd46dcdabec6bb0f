import { describe, expect, it } from '@jest/globals';
import { hostileTexts } from '../testing/samples.js';
import { hostsOf, leadsOnlyTo, linkedHosts } from './links.js';

describe('links in words', () => {
  it.each([
    ['lihat https://jahat.example/a?b', 'jahat.example'],
    ['lihat www.jahat.example', 'jahat.example'],
    ['buka jahat．example sekarang', 'jahat.example'],
    ['buka ja\u200Bhat.exa\u200Bmple', 'jahat.example'],
    ['buka jahat[.]example', 'jahat.example'],
    ['buka jahat titik example', 'jahat.example'],
    ['buka jahat (dot) example', 'jahat.example'],
    ['[aman](jahat)', '?'],
    ['javascript:alert(1)', '?'],
    ['hxxp://jahat', '?'],
    ['wa.me/62812', 'wa.me'],
    ['аррӏе.example', 'аррӏе.example'],
  ])('are seen in %s', (text, host) => {
    expect(linkedHosts(text)).toContain(host);
    expect(leadsOnlyTo(text, ['aman.example'])).toBe(false);
  });

  it('are not seen in titles, amounts and sentence ends', () => {
    const plain = 'Dr.Rina membayar Rp 1.500.000 pukul 09.30. Di titik banjir airnya surut. Titik.';
    expect(linkedHosts(plain)).toEqual([]);
  });

  it('may lead to an allowed host and below it, not to one that only looks so', () => {
    expect(leadsOnlyTo('https://data.aman.example/x dan aman.example', ['aman.example'])).toBe(true);
    for (const text of ['https://tidakaman.example', 'https://aman.example.jahat.id', 'aman[.]example'])
      expect(leadsOnlyTo(text, ['aman.example'])).toBe(false);
    expect(hostsOf('https://www.periksa.example/17')).toEqual(['periksa.example']);
    expect(hostsOf('javascript:alert(1)')).toEqual([]);
  });

  it.each(hostileTexts.map((text, i) => [i, text] as const))('takes hostile words (%i)', (_, text) => {
    expect(Array.isArray(linkedHosts(text))).toBe(true);
  });
});
