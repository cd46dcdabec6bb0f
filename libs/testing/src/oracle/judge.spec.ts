import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Effect, type Evidence, judge } from './judge.js';
import { Oracle, payloadOf } from './oracle.js';

describe('the judge', () => {
  let oracle: Oracle;
  let good: Evidence & { readonly effects: readonly Effect[] };
  beforeEach(() => {
    oracle = new Oracle('post');
    const issued = oracle.issueMany(20);
    for (const { id } of issued.slice(0, 15)) oracle.accept(id);
    good = {
      issued: oracle.issued,
      obligations: oracle.obligations,
      effects: issued.slice(0, 15),
      faultsSeen: 3,
      freshPassed: true,
    };
  });

  it('finds nothing wrong where everything accepted had its effect once', () => {
    expect(judge(good)).toEqual({
      obligations: 15,
      missing: 0,
      invented: 0,
      altered: 0,
      doubled: 0,
      faultsSeen: 3,
      freshPassed: true,
      problems: [],
    });
  });

  it('does not mind what was issued, never acknowledged, and is there all the same', () => {
    const effects = [...good.effects, { id: 'post-17', payload: payloadOf('post-17') }];
    expect(judge({ ...good, effects }).problems).toEqual([]);
  });

  it('sees what was lost, and names some of it', () => {
    const verdict = judge({ ...good, effects: good.effects.slice(7) });
    expect(verdict.missing).toBe(7);
    expect(verdict.problems).toEqual(['7 missing: post-0, post-1, post-2, post-3, post-4, …']);
  });

  it('sees what nobody sent', () => {
    const verdict = judge({ ...good, effects: [...good.effects, { id: 'ghost', payload: 'x' }] });
    expect(verdict).toMatchObject({ invented: 1, altered: 0, problems: ['1 invented: ghost'] });
  });

  it('sees what was changed on the way', () => {
    const effects = good.effects.map((effect) =>
      effect.id === 'post-3' ? { ...effect, payload: `${effect.payload} ` } : effect,
    );
    expect(judge({ ...good, effects })).toMatchObject({ altered: 1, problems: ['1 altered: post-3'] });
  });

  it('sees an effect that happened twice', () => {
    const effects = [...good.effects, good.effects[4]!];
    expect(judge({ ...good, effects })).toMatchObject({ doubled: 1, problems: ['1 doubled: post-4'] });
  });

  it('does not accept a run without a fault, without a fresh post, or without anything accepted', () => {
    expect(judge({ ...good, faultsSeen: 0 }).problems).toEqual([
      'the fault was never seen: nothing was proven',
    ]);
    expect(judge({ ...good, freshPassed: false }).problems).toHaveLength(1);
    expect(judge({ ...good, obligations: new Set() }).problems).toEqual([
      'nothing was accepted: nothing was proven',
    ]);
  });
});

describe('the oracle', () => {
  it('owes only what was accepted, and refuses an acceptance of what it never issued', () => {
    const oracle = new Oracle('a');
    const { id, payload } = oracle.issue();
    expect([...oracle.obligations]).toEqual([]);
    oracle.accept(id);
    expect([...oracle.obligations]).toEqual(['a-0']);
    expect(payload).toBe(payloadOf('a-0'));
    expect(payload).toMatch(/^[a-p]{64}$/);
    expect(payloadOf('a-1')).not.toBe(payload);
    expect(() => oracle.accept('a-1')).toThrow('never issued');
  });
});
