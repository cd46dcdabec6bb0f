import { describe, expect, it } from '@jest/globals';
import { at, type Measurement } from '../measure/measurement.js';
import { measurements } from '../measure/measurements.js';
import { cardFigures, qualityPage } from './quality-page.js';

const measurement: Measurement = {
  title: 'Tone',
  needs: ['set/valid.tsv'],
  args: (data) => ['tone', data('set/valid.tsv')],
  figures: [
    {
      name: 'tone macroF1',
      value: at('macroF1'),
      interval: at('interval'),
      goal: { floor: 80, target: 85 },
      card: { part: 'sentiment', measure: 'macroF1' },
    },
    { name: 'tone in other words', value: at('other', 'a.b/c') },
  ],
  rows: 'Invented.',
  licence: 'none',
  isEvaluationOnly: true,
  published: 'A 90',
};
const measured = {
  kind: 'measured',
  seconds: 1,
  line: { n: 1_260, macroF1: 85.06, interval: [82.7, 87.3] },
} as const;
const origin = { date: '2026-11-22T23:00:00.000Z', commit: 'abc', hardware: 'a machine' };

describe('the quality page', () => {
  it('holds each figure with n and interval against floor, target and what others published', () => {
    const page = qualityPage([{ measurement, measured }], origin);
    expect(page).toContain('| tone macroF1 | 85.06 | 82.7–87.3 | 1,260 | 80 / 85 |');
    expect(page).toContain('| tone in other words | not given |');
    expect(page).toContain('Published beside: A 90.');
    expect(page).toContain('*evaluation only*');
    expect(page).toContain('`npm run eval -- tone DIR/set/valid.tsv`');
  });

  it('says of what was not measured that it was not, and why', () => {
    const page = qualityPage(
      [{ measurement, measured: { kind: 'missing', why: 'no set/valid.tsv' } }],
      origin,
    );
    expect(page).toContain('Not measured: no set/valid.tsv.');
    expect(page).not.toContain('85.06');
  });

  it('gives the cards of the models their figures', () => {
    expect(cardFigures([{ measurement, measured }])).toEqual([
      { part: 'sentiment', measure: 'macroF1', value: 85.06, low: 82.7, high: 87.3, n: 1_260 },
    ]);
  });
});

describe('the measurements', () => {
  it('have names of their own', () => {
    const names = measurements.flatMap(({ figures }) => figures.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
  });
});
