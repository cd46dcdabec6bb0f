import { describe, expect, it } from '@jest/globals';
import { cutAtSentence, cutAtWord, sentencesOf } from './sentences.js';

describe('sentences', () => {
  it('end at their sign, not at an abbreviation, a time or an amount', () => {
    expect(
      sentencesOf(
        'Dr. Rina di Jl. Mawar No. 5 bicara pukul 09.00. Biayanya Rp 1.500.000! Benar?\nBaris baru',
      ),
    ).toEqual([
      'Dr. Rina di Jl. Mawar No. 5 bicara pukul 09.00.',
      'Biayanya Rp 1.500.000!',
      'Benar?',
      'Baris baru',
    ]);
    expect(sentencesOf('Ia berkata "aman." Lalu pergi.')).toEqual(['Ia berkata "aman."', 'Lalu pergi.']);
  });

  it('are cut whole, a first one that is too long at a word', () => {
    expect(cutAtSentence('Satu dua tiga empat. Lima enam tujuh.', 30)).toBe('Satu dua tiga empat.');
    expect(cutAtSentence('Satu dua tiga empat lima enam tujuh.', 21)).toBe('Satu dua tiga empat…');
    expect(cutAtSentence('Panjang sekali kalimat ini.', 10)).toBe('');
  });

  it('are never cut inside a character', () => {
    expect(cutAtWord('😀'.repeat(20), 10)).toBe('😀😀😀😀…');
  });
});
