import { expect, it } from 'vitest';
import { whatsappCharactersMax, whatsappText } from './whatsapp-text.js';

const base = {
  title: 'Pantauan Kota Semarang',
  time: 'Minggu, 22 Nov 2026 13.05 WIB',
  sentence: 'Dua isu naik.',
};

it('reads like a message somebody wrote', () => {
  const sections = [
    { heading: 'Naik', lines: ['Kritis: Air keruh di Pedurungan'] },
    { heading: 'Kosong', lines: [] },
  ];
  expect(whatsappText({ ...base, sections })).toBe(
    '*Pantauan Kota Semarang*\nMinggu, 22 Nov 2026 13.05 WIB\n\nDua isu naik.\n\n*Naik*\n• Kritis: Air keruh di Pedurungan',
  );
});

it('stays within the limit, line by line', () => {
  const lines = Array.from({ length: 60 }, (_, i) =>
    `Isu nomor ${i} dengan judul yang panjang sekali `.repeat(5),
  );
  const text = whatsappText({ ...base, sections: [{ heading: 'Naik', lines }] });
  expect(text.length).toBeLessThanOrEqual(whatsappCharactersMax);
  expect(text.split('\n').at(-1)).toMatch(/^• Isu nomor \d+.*…$/);
});

it('a title cannot dress up, break the line or carry a handle', () => {
  const lines = ['*GAWAT*\n_dari_ @warga.semarang dan `kode`'];
  const text = whatsappText({ ...base, sections: [{ heading: 'Naik', lines }] });
  expect(text.split('\n').at(-1)).toBe('• GAWAT dari @… dan kode');
});
