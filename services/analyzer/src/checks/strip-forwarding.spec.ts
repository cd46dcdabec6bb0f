import { describe, expect, it } from '@jest/globals';
import { stripForwarding } from './strip-forwarding.js';

describe('what is wrapped around a forwarded message', () => {
  it.each([
    ['Diteruskan\nAir ledeng beracun', 'Air ledeng beracun'],
    ['_Diteruskan berkali-kali_\n\n*PENTING* besok libur', 'PENTING besok libur'],
    ['➡️ Forwarded many times\nsekolah libur', 'sekolah libur'],
    ['Fwd: sekolah libur besok', 'sekolah libur besok'],
    ['Forwarded from Budi Santoso\nsekolah libur', 'sekolah libur'],
    ['[22/11/26 13.05] Budi Santoso: sekolah libur', 'sekolah libur'],
    ['22/11/2026, 13.05 - +62 812-3456-7890: sekolah libur', 'sekolah libur'],
    ['[1:05 PM, 11/22/2026] Siti: sekolah libur', 'sekolah libur'],
    ['> > sekolah ~tidak~ libur', 'sekolah tidak libur'],
    ['surat diteruskan ke camat: besok libur', 'surat diteruskan ke camat: besok libur'],
    ['akun budi_s_contoh dan 2*3*4', 'akun budi_s_contoh dan 2*3*4'],
    ['pukul 13.05 warga berkumpul: ramai', 'pukul 13.05 warga berkumpul: ramai'],
  ])('%j', (text, message) => {
    expect(stripForwarding(text)).toBe(message);
  });

  it('takes long and repeated wrappings in a moment', () => {
    for (const text of [
      '_'.repeat(20_000),
      'Diteruskan\n'.repeat(1_800),
      '>'.repeat(20_000),
      '*a'.repeat(10_000),
    ])
      expect(stripForwarding(text).length).toBeLessThanOrEqual(text.length);
  });
});
