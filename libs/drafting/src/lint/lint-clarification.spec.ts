import { describe, expect, it } from '@jest/globals';
import type { ClarificationText, Evidence, LintProblem } from '@kentongan/contracts';
import { hostileTexts, soundText, statement } from '../testing/samples.js';
import { makeVariants } from '../variants/make-variants.js';
import { lintClarification } from './lint-clarification.js';

const sound: ClarificationText = { ...soundText, variants: makeVariants(soundText) };
const problems = (changed: Partial<ClarificationText>, evidence: readonly Evidence[] = [statement]) =>
  lintClarification({ ...sound, ...changed }, evidence).map(shown);
const shown = ({ rule, field, isBlocking }: LintProblem) => `${rule} ${field}${isBlocking ? '!' : ''}`;
const variants = (changed: Partial<ClarificationText['variants']>) => ({
  variants: { ...sound.variants, ...changed },
});

describe('the rules of good clarification', () => {
  it('find nothing in sound words', () => {
    expect(problems({})).toEqual([]);
  });

  it.each(['headline', 'warningLabel', 'myth', 'whyWrong', 'alternativeExplanation', 'factAgain'] as const)(
    'ask for %s',
    (field) => {
      expect(problems({ [field]: '  ' })).toContain(`required ${field}!`);
    },
  );

  it('ask for verdict and agency', () => {
    expect(problems({ verdict: null })).toEqual(['required verdict!']);
    expect(problems({ agencyId: null })).toEqual(['required agencyId!']);
  });

  it('ask for no myth where nothing is false', () => {
    const noMyth = {
      myth: '',
      warningLabel: '',
      whyWrong: '',
      variants: makeVariants({ ...sound, myth: '' }),
    };
    for (const verdict of ['true', 'complaint', 'criticismOpinion'] as const)
      expect(problems({ ...noMyth, verdict })).toEqual([]);
    expect(problems({ ...noMyth, verdict: 'misleading' })).toContain('required myth!');
  });

  it('ask for primary evidence that can be looked at; another fact-check is none', () => {
    const wanted = ['primaryEvidenceMissing evidence!'];
    expect(problems({}, [])).toEqual(wanted);
    expect(problems({}, [{ ...statement, kind: 'factCheck' }])).toEqual(wanted);
    expect(problems({}, [{ ...statement, quote: ' ' }])).toEqual(wanted);
    const { quote: _, ...page } = statement;
    expect(problems({}, [{ ...page, kind: 'officialPage', url: 'https://contoh.example' }])).toEqual([]);
  });

  it('refuse a headline that tells the myth, denied or asked as well', () => {
    for (const headline of [
      'Air ledeng Kota Contoh dicampur racun tikus',
      'HOAKS: air ledeng dicampur racun tikus!',
      'Air ledeng Kota Contoh TIDAK dicampur racun tikus',
      'Benarkah air ledeng Kota Contoh dicampur racun tikus?',
    ])
      expect(problems({ headline })).toContain('headlineRepeatsMyth headline!');
    expect(problems({ factAgain: 'Jadi air ledeng Kota Contoh tidak dicampuri racun tikus.' })).toContain(
      'factAgainRepeatsMyth factAgain!',
    );
  });

  it('refuse the myth word for word a second time, and point out its words in another order', () => {
    expect(
      problems({
        whyWrong: 'Pesan "air ledeng kota contoh, dicampur RACUN tikus" memakai foto sungai lain.',
      }),
    ).toContain('mythRepeated whyWrong!');
    expect(
      problems({ whyWrong: 'Tidak ada racun tikus yang dicampur ke air ledeng Kota Contoh; fotonya lama.' }),
    ).toContain('mythEchoed whyWrong');
  });

  it('advise one sentence for the myth', () => {
    expect(problems({ myth: 'Air ledeng beracun. Warga mati.' })).toContain('mythNotOneSentence myth');
  });

  it('refuse a bare denial', () => {
    for (const whyWrong of [
      'Tidak benar.',
      'Informasi itu hoaks dan tidak benar!',
      'Klaim air ledeng Kota Contoh dicampur racun tikus adalah salah.',
    ])
      expect(problems({ whyWrong })).toContain('bareDenial whyWrong!');
  });

  it.each([
    'Penyebar pesan ini akan dipidana.',
    'Kami akan melaporkan pengunggah ke polisi.',
    'Siapa pun yang menyebarkan dapat dijerat hukuman penjara.',
    'Ingat ancaman pidana UU ITE.',
    'Pemerintah siap menempuh jalur hukum.',
    'Ini pencemaran nama baik wali kota.',
    'Pelaku akan kami tindak tegas.',
    'Those who share this will be prosecuted.',
    'Penyebar akan di\u200Bpida\u200Bnakan dan ditangkap po\u200Blisi.',
  ])('refuse a threat: %s', (threat) => {
    expect(problems({ citizenAction: threat })).toContain('threat citizenAction!');
    expect(problems(variants({ instagram: threat }))).toContain('threat variants.instagram!');
  });

  it('take no report of a fact and no call for help for a threat', () => {
    for (const citizenAction of [
      'Bila Anda tertipu, lapor ke kantor polisi terdekat atau 110.',
      'Polisi sudah menangkap pelaku pembobolan pipa pada 3 Mei.',
      'Denda tilang dibayar di kejaksaan.',
    ])
      expect(problems({ citizenAction })).toEqual([]);
  });

  it('refuse a myth that names an account or a number', () => {
    for (const myth of ['Kata @budi_contoh air beracun', 'Hubungi 0812-3456-7890 untuk air beracun'])
      expect(problems({ myth })).toContain('personNamed myth!');
  });

  it('refuse the hoax label on criticism, complaints and journalism', () => {
    for (const route of ['criticism', 'complaint', 'journalism'] as const)
      expect(lintClarification(sound, [statement], route).map(shown)).toContain(
        'verdictAgainstRoute verdict!',
      );
    expect(lintClarification(sound, [statement], 'debunk')).toEqual([]);
    expect(
      problems({ verdict: 'criticismOpinion', headline: 'Kabar hoaks soal air sudah dijawab' }),
    ).toContain('hoaxLabelOnCriticism headline!');
  });

  it('refuse the hoax label wherever it stands until the verdict of a person says so', () => {
    const headline = 'Air ledeng aman, pesan itu hoaks';
    for (const verdict of [null, 'unproven', 'true', 'satire'] as const)
      expect(problems({ headline, verdict })).toContain('hoaxLabelWithoutVerdict headline!');
    expect(problems({ ...variants({ x: 'Air aman, itu ho\u200Baks' }), verdict: null })).toContain(
      'hoaxLabelWithoutVerdict variants.x!',
    );
    expect(problems({ headline, verdict: 'hoax' })).toEqual([]);
  });

  it('advise an explanation that says more than what is wrong', () => {
    expect(problems({ alternativeExplanation: 'Foto ikan mati itu dari sungai lain, 2019.' })).toEqual([
      'explanationRepeatsRefutation alternativeExplanation',
    ]);
  });

  it('hold variants to their limits', () => {
    expect(problems(variants({ x: 'a'.repeat(281) }))).toContain('variantTooLong variants.x!');
  });

  it('refuse a variant that tells the myth unwarned or twice', () => {
    const { myth, factAgain, warningLabel } = sound;
    expect(problems(variants({ whatsapp: `${myth}\n${warningLabel}\n${factAgain}` }))).toContain(
      'variantMythWithoutWarning variants.whatsapp!',
    );
    expect(problems(variants({ whatsapp: `${warningLabel} ${myth} ${myth} ${factAgain}` }))).toContain(
      'variantRepeatsMyth variants.whatsapp!',
    );
    expect(problems(variants({ x: 'Racun tikus dicampur ke air ledeng Kota Contoh?!' }))).toContain(
      'variantMythWithoutWarning variants.x!',
    );
    expect(problems(variants({ whatsapp: `${factAgain} ${warningLabel} ${myth}` }))).toContain(
      'variantFactNotLast variants.whatsapp!',
    );
    const notLast = `${warningLabel} ${myth}\n${factAgain}\nTetap waspada di jalan malam ini.`;
    expect(problems(variants({ whatsapp: notLast }))).toContain('variantFactNotLast variants.whatsapp');
    const withTrailers = `${warningLabel} ${myth}\n${factAgain}\n#AirAman\nNarahubung: Humas`;
    expect(problems(variants({ whatsapp: withTrailers }))).toEqual([]);
  });

  it('advise what to do for citizens, and words for the channels', () => {
    expect(problems({ citizenAction: '' })).toEqual(['citizenActionMissing citizenAction']);
    expect(problems({ variants: makeVariants({ ...sound, headline: '' }) })).toEqual([
      'variantsMissing variants',
    ]);
  });

  it('put what blocks first', () => {
    const found = lintClarification({ ...sound, citizenAction: '', verdict: null }, [statement]);
    expect(found.map(({ isBlocking }) => isBlocking)).toEqual([true, false]);
  });

  it.each(hostileTexts.map((text, i) => [i, text] as const))('survive hostile words (%i)', (_, text) => {
    const hostile = {
      headline: text.slice(0, 200),
      myth: text.slice(0, 500),
      whyWrong: text.slice(0, 3_000),
      alternativeExplanation: text.slice(0, 3_000),
      ...variants({ pressRelease: text.slice(0, 10_000) }),
    };
    expect(problems(hostile).length).toBeLessThanOrEqual(40);
  });
});
