import type { MoveBody, TimelineEntry } from '@kentongan/contracts';
import { MoveBody as MoveSchema } from '@kentongan/contracts';
import { describe, expect, it } from 'vitest';
import type { DraftText } from './handling/draft-fields.js';
import { isSameText, mergeDrafts, withField } from './handling/draft-merge.js';
import { bodyOf, emptyForm, isComplete, type MoveForm, snoozeUntil } from './moves/move-form.js';
import { splitMoves } from './moves/move-order.js';
import { lastByOthers } from './moves/use-seen-version.js';
import { chartScale } from './story/chart-scale.js';
import { foldRises } from './story/fold-rises.js';

const text = (given: Partial<DraftText> = {}): DraftText => ({
  headline: 'Air aman diminum',
  warningLabel: 'Belum terbukti',
  myth: 'Air beracun',
  whyWrong: '',
  alternativeExplanation: '',
  factAgain: '',
  citizenAction: '',
  verdict: null,
  misinformationType: null,
  agencyId: null,
  spokesperson: '',
  validUntil: null,
  language: 'id',
  variants: { whatsapp: '', instagram: '', x: '', pressRelease: '', runningText: '' },
  ...given,
});

describe('two people at one draft', () => {
  it('keep both when they wrote in different fields', () => {
    const mine = text({ whyWrong: 'Foto lama.' });
    const theirs = text({ citizenAction: 'Telepon 112.' });
    const merged = mergeDrafts(text(), mine, theirs);
    expect(merged.conflicts).toEqual([]);
    expect([merged.text.whyWrong, merged.text.citizenAction]).toEqual(['Foto lama.', 'Telepon 112.']);
  });

  it('are asked where they wrote in the same field, and mine stays meanwhile', () => {
    const merged = mergeDrafts(text(), text({ headline: 'Punyaku' }), text({ headline: 'Punyamu' }));
    expect(merged.text.headline).toBe('Punyaku');
    expect(merged.conflicts).toEqual([{ field: 'headline', mine: 'Punyaku', theirs: 'Punyamu' }]);
  });

  it('are not asked when they wrote the same, nor about a variant that only one touched', () => {
    const same = text({ headline: 'Sama' });
    expect(mergeDrafts(text(), same, same).conflicts).toEqual([]);
    const theirs = withField(text(), 'variants.x', 'Singkat');
    const merged = mergeDrafts(text(), text({ myth: 'Klaim lain' }), theirs);
    expect([merged.text.variants.x, merged.text.myth, merged.conflicts.length]).toEqual([
      'Singkat',
      'Klaim lain',
      0,
    ]);
  });

  it('see no change where only the order of fields differs', () => {
    const { headline, ...rest } = text();
    expect(isSameText({ ...rest, headline }, text())).toBe(true);
    expect(isSameText(withField(text(), 'variants.x', 'a'), text())).toBe(false);
  });
});

describe('moves', () => {
  const filled: MoveForm = {
    reason: '  Sudah dijawab di kanal resmi  ',
    agencyId: 'pdam',
    until: '2026-11-23T00:00:00.000Z',
    intoIssueId: 'i2',
    dismissReason: 'criticism',
  };
  const names = MoveSchema.options.map((option) => option.shape.move.value);

  it.each(names.filter((name) => name !== 'triage'))(
    '%s: a filled form makes a body that the contract takes',
    (move) => {
      expect(isComplete(move, filled, true)).toBe(true);
      const body = bodyOf(move, 3, filled) as MoveBody;
      expect(MoveSchema.safeParse(body).success).toBe(true);
    },
  );

  it('are not sent without what they need', () => {
    const empty = emptyForm(null);
    for (const move of ['requestEvidence', 'snooze', 'merge', 'dismiss'] as const)
      expect(isComplete(move, empty, false), move).toBe(false);
    expect(isComplete('close', empty, true)).toBe(false);
    expect(isComplete('publish', empty, false)).toBe(true);
  });

  it('offer the next step first and leave out what this page does not know', () => {
    const allowed = ['note', 'close', 'approve', 'reject', 'telepathy', 'triage'].map((move) => ({
      move,
      needsReason: move !== 'approve',
    }));
    const { next, others } = splitMoves(allowed, true);
    expect(next.map(({ move }) => move)).toEqual(['approve', 'reject']);
    expect(others.map(({ move }) => move)).toEqual(['close', 'note']);
  });

  it('put taking over behind the next step when somebody has it', () => {
    const allowed = ['acknowledge', 'approve', 'reject'].map((move) => ({ move, needsReason: false }));
    expect(splitMoves(allowed, false).next.map(({ move }) => move)).toEqual(['acknowledge', 'approve']);
    expect(splitMoves(allowed, true).next.map(({ move }) => move)).toEqual(['approve', 'reject']);
  });

  it('snooze until a point in time', () => {
    expect(snoozeUntil('fourHours', Date.parse('2026-11-22T05:00:00Z'))).toBe('2026-11-22T09:00:00.000Z');
  });
});

const entry = (
  sequence: number,
  userId: string | null,
  change: TimelineEntry['change'] = 'noted',
): TimelineEntry => ({
  sequence,
  at: '2026-11-22T05:00:00.000Z',
  change,
  by: userId === null ? null : { userId, name: userId },
  fromState: 'detected',
  toState: 'detected',
  fromVersion: sequence - 1,
  reason: null,
});

describe('the history', () => {
  it('tells what others did from what one did oneself and what the program counted', () => {
    const timeline = [entry(1, null), entry(2, 'sri'), entry(3, 'dewi'), entry(4, null, 'signalled')];
    expect(lastByOthers({ timeline }, 'dewi')).toBe(2);
    expect(lastByOthers({ timeline: [entry(1, null)] }, 'dewi')).toBe(0);
  });

  it('folds statements of the detector in a row', () => {
    const timeline = [
      entry(1, null, 'opened'),
      entry(2, null, 'signalled'),
      entry(3, null, 'signalled'),
      entry(4, 'sri'),
    ];
    expect(foldRises(timeline).map(({ entry: { sequence }, times }) => [sequence, times])).toEqual([
      [4, 1],
      [3, 2],
      [1, 1],
    ]);
  });
});

describe('the scale of the chart', () => {
  const size = { width: 100, height: 100, left: 0, right: 0, top: 0, bottom: 0 };

  it('stands on whole numbers and reaches over the highest count', () => {
    expect(chartScale(27, 24, size).ticks).toEqual([0, 10, 20, 30]);
    expect(chartScale(3, 24, size).ticks).toEqual([0, 1, 2, 3]);
    expect(chartScale(0, 24, size).ticks).toEqual([0, 1]);
    const { y } = chartScale(1_234, 24, size);
    expect([y(0), y(1_500)]).toEqual([100, 0]);
  });
});
