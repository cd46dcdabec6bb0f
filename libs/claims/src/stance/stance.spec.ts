import { describe, expect, it } from '@jest/globals';
import { tokenize } from '@kentongan/language';
import { stanceLines } from '../testing/stance-lines.js';
import { decideStance } from './stance.js';

const decided = stanceLines.map(([wanted, text]) => ({ wanted, text, ...decideStance(tokenize(text)) }));

describe('the stance of a text', () => {
  it('holds back nearly every correction, question and report, and lets those go on who tell the claim', () => {
    const telling = decided.filter(({ wanted }) => wanted === 'tells');
    const others = decided.filter(({ wanted }) => wanted !== 'tells');
    const heldBack = others.filter(({ stance }) => stance !== 'tells');
    const suppressed = telling.filter(({ stance }) => stance !== 'tells');
    expect(decided.length).toBeGreaterThanOrEqual(120);
    expect(heldBack.length / others.length).toBeGreaterThan(0.9);
    expect(suppressed.length / telling.length).toBeLessThan(0.1);
  });

  it('names the right one of the four', () => {
    const right = decided.filter(({ wanted, stance }) => wanted === stance);
    expect(right.length / decided.length).toBeGreaterThan(0.88);
  });

  it('gives its reasons, and none for a text that tells', () => {
    for (const { stance, reasons } of decided) expect(reasons.length > 0).toBe(stance !== 'tells');
  });

  it.each(['ini bukan hoax', 'no hoax, sudah terbukti', 'salah satu pejabat ditangkap semalam'])(
    'takes no hoax at its word: %s',
    (text) => {
      expect(decideStance(tokenize(text)).stance).toBe('tells');
    },
  );

  it('reads only so much of an endless text', () => {
    const started = decideStance(tokenize(`kata ${'tidak '.repeat(20_000)} benar`));
    expect(started.reasons).toBeDefined();
  });
});
