import { describe, expect, it } from '@jest/globals';
import { signal } from '../testing/samples.js';
import { suggestAgencies, textsOfIssue } from './suggest-agencies.js';

const agency = (agencyId: string, name: string, placeCodes: string[] = []) => ({
  agencyId,
  name,
  subjects: [],
  placeCodes,
});
const agencies = [agency('dpu', 'Dinas Pekerjaan Umum'), agency('dlh', 'Dinas Lingkungan Hidup')];
const ask = (text: string, more: Partial<Parameters<typeof suggestAgencies>[0]> = {}) =>
  suggestAgencies({ agencies, handled: [], texts: [text], places: [], ...more });

describe('the agencies suggested for an issue', () => {
  it('begins with the dictionary and follows what the region’s people decided', () => {
    const text = 'Saluran mampet oleh sampah di Jalan Kenari';
    const before = ask(text)[0];
    const other = before?.agencyId === 'dpu' ? 'dlh' : 'dpu';
    const handled = Array.from({ length: 8 }, (_, i) => ({
      agencyId: other,
      texts: [`Saluran mampet di gang ${i}`, 'got penuh sampah, mampet'],
    }));
    expect(ask(text, { handled })[0]?.agencyId).toBe(other);
  });

  it('asks an agency of other places for nothing', () => {
    const local = [...agencies, agency('kel-a', 'Kelurahan Sekaran', ['33.74.12.1010'])];
    const text = 'Kantor Kelurahan Sekaran tutup';
    const ids = (places: string[]) => ask(text, { agencies: local, places }).map(({ agencyId }) => agencyId);
    expect(ids(['33.74.12.1010'])[0]).toBe('kel-a');
    expect(ids(['33.74.06'])).not.toContain('kel-a');
  });

  it('reads title and posts of an issue, copies once', () => {
    const given = signal({ texts: ['Air mati', 'Air mati', 'Air keruh'] });
    expect(textsOfIssue('Air bersih', given)).toEqual(['Air bersih', 'Air mati', 'Air keruh']);
    expect(textsOfIssue('Air bersih', null)).toEqual(['Air bersih']);
  });
});
