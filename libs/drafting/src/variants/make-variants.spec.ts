import { describe, expect, it } from '@jest/globals';
import { ClarificationText } from '@kentongan/contracts';
import { hostileTexts, soundText } from '../testing/samples.js';
import { makeVariants, type VariantName, variantCharactersMax } from './make-variants.js';

const names = Object.keys(variantCharactersMax) as VariantName[];
const long = (sentence: string, charactersMax: number) =>
  sentence.repeat(Math.floor(charactersMax / sentence.length)).trim();

describe('variants', () => {
  const variants = makeVariants(soundText);

  it('tell fact, warning, myth once, why, explanation, what to do, fact', () => {
    const order = [
      soundText.headline,
      soundText.warningLabel.slice(0, -1),
      soundText.myth,
      soundText.whyWrong,
      soundText.alternativeExplanation,
      soundText.citizenAction,
      soundText.factAgain,
    ];
    for (const name of ['whatsapp', 'instagram'] as const) {
      const places = order.map((words) => variants[name].indexOf(words));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places[0]).toBeGreaterThanOrEqual(0);
      expect(variants[name].split(soundText.myth)).toHaveLength(2);
    }
  });

  it('leave the myth out where there is no room to refute it', () => {
    expect(variants.x + variants.runningText).not.toContain('racun');
    expect(variants.runningText).not.toContain('\n');
  });

  it('never tell a myth without its warning', () => {
    const { whatsapp, pressRelease } = makeVariants({ ...soundText, warningLabel: ' ' });
    expect(whatsapp + pressRelease).not.toContain('racun');
  });

  it('keep to their limits by cutting at sentence ends, the fact last stays', () => {
    const filled = {
      ...soundText,
      whyWrong: long('Foto itu diambil di sungai lain. ', 3_000),
      alternativeExplanation: long('Petugas menguras pipa di tujuh jalan. ', 3_000),
      citizenAction: long('Hubungi 112 bila air keruh. ', 1_000),
    };
    const cut = makeVariants(filled);
    for (const name of names) expect(cut[name].length).toBeLessThanOrEqual(variantCharactersMax[name]);
    expect(cut.whatsapp.endsWith(soundText.factAgain)).toBe(true);
    expect(cut.whatsapp.split('\n\n').every((block) => /[.*]$/.test(block))).toBe(true);
    expect(cut.x.endsWith('keruh.')).toBe(true);
  });

  it('are empty while there is no fact to tell', () => {
    expect(Object.values(makeVariants({ ...soundText, headline: '' })).every((each) => each === '')).toBe(
      true,
    );
  });

  it.each(hostileTexts.map((text, i) => [i, text] as const))(
    'keep to their limits with hostile words (%i)',
    (_, text) => {
      const hostile = {
        ...soundText,
        headline: text.slice(0, 200),
        warningLabel: text.slice(0, 200),
        myth: text.slice(0, 500),
        whyWrong: text.slice(0, 3_000),
        alternativeExplanation: text.slice(0, 3_000),
        factAgain: text.slice(0, 500),
        citizenAction: text.slice(0, 1_000),
      };
      expect(ClarificationText.safeParse({ ...hostile, variants: makeVariants(hostile) }).success).toBe(true);
    },
  );
});
