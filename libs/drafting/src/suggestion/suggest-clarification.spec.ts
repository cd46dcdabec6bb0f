import { describe, expect, it } from '@jest/globals';
import { ClarificationText } from '@kentongan/contracts';
import { lintClarification } from '../lint/lint-clarification.js';
import { agency, fact, hostileTexts, signal, statement } from '../testing/samples.js';
import { repeatsMyth } from '../text/repeats-myth.js';
import { suggestClarification } from './suggest-clarification.js';
import type { SuggestionInput } from './suggestion.js';

const input: SuggestionInput = { fact, agency, evidence: [statement], signal, regionName: 'Kota Contoh' };

describe('a suggestion from a fact-check', () => {
  const { text, supports, openQuestions } = suggestClarification(input);

  it('says the fact first and last, and the myth once, in the words of the fact-check', () => {
    expect(text.headline).toBe('Hasil uji laboratorium 12 November 2026 menunjukkan air memenuhi baku mutu');
    expect(text.myth).toBe('Air Ledeng Kota Contoh Dicampur Racun Tikus');
    expect(text.whyWrong).toBe('Foto ikan mati di pesan itu adalah foto lama dari sungai lain pada 2019.');
    expect(text.alternativeExplanation).toContain('Petugas menguras pipa sehingga air keruh selama dua jam.');
    expect(text.factAgain).toContain('memenuhi baku mutu');
    expect(repeatsMyth(text.headline, text.myth)).toBe(false);
  });

  it('adds what the agency supplied, as a quotation', () => {
    expect(text.alternativeExplanation).toContain('Perumda Air Minum: "Kami menguras pipa Jalan Mawar');
    expect(supports).toContainEqual({
      field: 'alternativeExplanation',
      kind: 'evidence',
      reference: 'ev-1',
    });
  });

  it('says what each filled field rests on', () => {
    const filled = Object.entries(text)
      .filter(([field, words]) => typeof words === 'string' && words !== '' && field !== 'language')
      .map(([field]) => field);
    expect(filled.length).toBeGreaterThan(6);
    for (const field of filled)
      expect([field, supports.some((support) => support.field === field)]).toEqual([field, true]);
  });

  it('leaves the verdict to a person, and nothing else is blocking', () => {
    const blocking = lintClarification(text, [statement]).filter(({ isBlocking }) => isBlocking);
    expect(blocking).toEqual([{ rule: 'required', field: 'verdict', isBlocking: true }]);
  });

  it('asks nothing that it was told', () => {
    expect(openQuestions).toEqual([]);
  });
});

describe('a suggestion with gaps', () => {
  it('asks the agency instead of inventing, with the numbers that make it urgent', () => {
    const bare = { ...fact, conclusion: 'Informasi tersebut tidak benar.' };
    const { text, openQuestions, supports } = suggestClarification({ ...input, fact: bare, evidence: [] });
    expect([text.headline, text.whyWrong, text.alternativeExplanation, text.factAgain]).toEqual([
      '',
      '',
      '',
      '',
    ]);
    expect(openQuestions.map(({ agencyId }) => agencyId)).toEqual(openQuestions.map(() => 'perumda-air'));
    expect(openQuestions[0]?.question).toBe(
      'Dalam 40 menit ada 27 unggahan dari 19 penulis (biasanya sekitar 1,8) tentang air bersih di Kota Contoh. Apa faktanya, dalam satu kalimat yang dapat kami jadikan judul?',
    );
    expect(supports.filter(({ kind }) => kind === 'missing').map(({ field }) => field)).toEqual([
      'headline',
      'whyWrong',
      'alternativeExplanation',
    ]);
    expect(text.variants.whatsapp).toBe('');
  });

  it('uses a published answer of the desk: its title is the fact, its quoted text the myth', () => {
    const own = {
      factId: 'own:i9',
      title: 'Pintu air Kali Contoh dibuka sesuai jadwal',
      hoaxText: 'Pintu air Kali Contoh jebol, warga harus mengungsi',
      conclusion: 'Video itu latihan evakuasi tahun 2024.\nPetugas membuka dua pintu untuk menurunkan debit.',
    };
    const { text } = suggestClarification({ ...input, fact: own, evidence: [] });
    expect(text.headline).toBe(own.title);
    expect(text.myth).toBe(own.hoaxText);
    const { hoaxText: _, ...answer } = own;
    const informed = suggestClarification({ ...input, fact: answer, evidence: [] }).text;
    expect([informed.headline, informed.myth]).toEqual([own.title, '']);
  });

  it('never takes a publisher’s title for the fact, though it bears no stamp', () => {
    const unstamped = {
      factId: 'lain:1',
      title: 'Wali Kota Contoh Menjual Terminal kepada Perusahaan Asing',
      hoaxText: 'Terminal kita dijual diam-diam ke luar negeri',
    };
    const { text } = suggestClarification({ ...input, fact: unstamped, evidence: [] });
    expect([text.headline, text.factAgain]).toEqual(['', '']);
  });

  it('explains the trick that the fact-check names, and leaves its telling the claim again out', () => {
    const named = {
      ...fact,
      publisher: 'Periksa Contoh',
      conclusion:
        'Tidak ditemukan pengumuman rumah sakit mana pun. Jadi, unggahan berisi klaim “air ledeng beracun di kota kami” merupakan konten tiruan (impostor content). (Ditulis oleh Nama Penulis)',
    };
    const { text, supports } = suggestClarification({ ...input, fact: named, evidence: [] });
    expect(text.whyWrong).toBe(
      'Tidak ditemukan pengumuman rumah sakit mana pun. Periksa Contoh menggolongkannya sebagai konten tiruan: pesan itu mengatasnamakan pihak yang tidak membuatnya.',
    );
    expect(text.misinformationType).toBe('imposterContent');
    expect(supports).toContainEqual({ field: 'misinformationType', kind: 'fact', reference: fact.factId });
    expect(text.headline).toBe('');
    expect(JSON.stringify(text)).not.toContain('Nama Penulis');
  });

  it('bears the label nowhere, whoever the fact-check calls what, and leads nowhere that an agency wrote', () => {
    const labelled = {
      ...fact,
      title: 'Beredar Hoaks Air Ledeng Kota Contoh Bercampur Racun',
      conclusion: `Itu hoaks buatan akun palsu. ${fact.conclusion}`,
    };
    const quote = 'Pipa dikuras pagi ini. Cek jahat.example atau jahat titik com. Air sudah jernih.';
    const evidence = [{ ...statement, quote }];
    const { text, supports } = suggestClarification({ ...input, fact: labelled, evidence });
    expect(JSON.stringify([text, supports])).not.toMatch(/hoaks|hoax|jahat/i);
    expect(text.alternativeExplanation).toContain('"Pipa dikuras pagi ini. Air sudah jernih."');
    expect(text.myth).toBe('Beredar kabar Air Ledeng Kota Contoh Bercampur Racun');
  });

  it('turns a question as title into the claim, and finds no myth in what was found true', () => {
    const asked = { ...fact, title: 'Cek Fakta: Benarkah Vaksin Polio Membuat Lumpuh?' };
    expect(suggestClarification({ ...input, fact: asked }).text.myth).toBe('Vaksin Polio Membuat Lumpuh');
    const found = { factId: 'b', title: '[BENAR] Sekolah Diliburkan Senin', conclusion: 'Surat itu asli.' };
    const { text } = suggestClarification({ ...input, fact: found });
    expect([text.myth, text.warningLabel, text.headline]).toEqual(['', '', 'Sekolah Diliburkan Senin']);
    expect(text.citizenAction).not.toContain('tidak meneruskan');
  });
});

describe('a holding statement', () => {
  const { text, openQuestions, supports } = suggestClarification({ ...input, fact: null, evidence: [] });

  it('says what is looked at and by whom, claims nothing, and quotes no post', () => {
    expect(text.headline).toBe('Kami sedang memeriksa informasi tentang air bersih di Kota Contoh');
    expect(text.factAgain).toContain('Perumda Air Minum');
    expect([text.myth, text.whyWrong, text.alternativeExplanation, text.verdict]).toEqual(['', '', '', null]);
    expect(JSON.stringify(text)).not.toContain('bau sekali');
    expect(openQuestions).toHaveLength(5);
    expect(supports).toContainEqual({ field: 'headline', kind: 'signal' });
  });

  it('stands without signal and agency, too', () => {
    const alone = suggestClarification({
      fact: null,
      agency: null,
      evidence: [],
      signal: null,
      regionName: 'Kota X',
    });
    expect(alone.text.headline).toBe('Kami sedang memeriksa informasi yang beredar di Kota X');
    expect(alone.openQuestions[0]?.agencyId).toBeNull();
  });
});

it.each(hostileTexts.map((text, i) => [i, text] as const))(
  'keeps to the contract whatever a fact-check says (%i)',
  (_, hostile) => {
    const hostileFact = {
      factId: 'x',
      title: hostile.slice(0, 1_000) || '???',
      hoaxText: hostile,
      conclusion: hostile,
      publisher: hostile.slice(0, 200),
    };
    const { text, supports, openQuestions } = suggestClarification({ ...input, fact: hostileFact });
    expect(ClarificationText.safeParse(text).success).toBe(true);
    expect(supports.length).toBeLessThanOrEqual(50);
    expect(openQuestions.every(({ question }) => question.length <= 500)).toBe(true);
  },
);
