import { describe, expect, it } from '@jest/globals';
import { CopyGroups, type CopyGroupsChunk, copyGroupLimits } from './copy-groups.js';
import { editedSketch, inventedSketch } from './testing/sketches.js';
import { hour, monday, randomNumbers } from './testing/timeline.js';

const minute = 60_000;

interface Text {
  readonly key: string;
  readonly sketch: string;
  readonly at: number;
}

/** A stream in which a third of the posts pass on one of the last texts with small edits. */
function stream(count: number, seed: number): Text[] {
  const random = randomNumbers(seed);
  const texts: Text[] = [];
  for (let i = 0; i < count; i += 1) {
    const original = random() < 0.3 ? texts[i - 1 - Math.floor(random() * Math.min(i, 900))] : undefined;
    const sketch = original
      ? editedSketch(original.sketch, Math.floor(random() * 12), random)
      : inventedSketch(random);
    // Now and then one comes late.
    texts.push({ key: `t${i}`, sketch, at: monday + i * minute - (random() < 0.05 ? 20 * hour : 0) });
  }
  return texts;
}

const told = (groups: CopyGroups, { key, sketch, at }: Text) => groups.groupOf(key, sketch, at);

describe('near-copies of a region', () => {
  const random = randomNumbers(3);
  const first = inventedSketch(random);

  it('are grouped under the first text, and other texts are not', () => {
    const groups = new CopyGroups();
    expect(groups.groupOf('first', first, monday)).toBe('first');
    expect(groups.groupOf('edited', editedSketch(first, 15, random), monday + hour)).toBe('first');
    expect(groups.groupOf('other', inventedSketch(random), monday + hour)).toBe('other');
    expect(groups.groupOf('edited', editedSketch(first, 15, random), monday + hour)).toBe('first');
  });

  it('do not drift: an edit of an edit of an edit is another text once little of the first is left', () => {
    const groups = new CopyGroups();
    let sketch = first;
    const heard = Array.from({ length: 12 }, (_, i) => {
      const group = groups.groupOf(`t${i}`, sketch, monday + i * minute);
      sketch = editedSketch(sketch, 12, random);
      return group;
    });
    expect(heard.slice(0, 3)).toEqual(['t0', 't0', 't0']);
    expect(heard.at(-1)).not.toBe('t0');
  });

  it('are another group after two days of silence, not before', () => {
    const groups = new CopyGroups();
    groups.groupOf('first', first, monday);
    expect(groups.groupOf('a', first, monday + 47 * hour)).toBe('first');
    expect(groups.groupOf('b', first, monday + 94 * hour)).toBe('first');
    expect(groups.groupOf('c', first, monday + 143 * hour)).toBe('c');
  });

  it('stand for themselves when the sketch is of a kind that is not known', () => {
    const groups = new CopyGroups();
    groups.groupOf('first', first, monday);
    expect(groups.groupOf('odd', first.slice(1), monday)).toBe('odd');
  });

  it('are remembered within their limit, after 100,000 texts: what was passed on outlives what was not', () => {
    const limits = { ...copyGroupLimits, textsMax: 4_096 };
    const groups = new CopyGroups(limits);
    const silent = inventedSketch(random);
    groups.groupOf('silent', silent, monday);
    groups.groupOf('first', first, monday);
    const many = randomNumbers(8);
    for (let i = 0; i < 100_000; i += 1) {
      groups.groupOf(`t${i}`, inventedSketch(many), monday + i);
      if (i % 2_000 === 0)
        expect(groups.groupOf(`e${i}`, editedSketch(first, 8, random), monday + i)).toBe('first');
      if (i % 10_000 === 0) expect(groups.texts).toBeLessThanOrEqual(limits.textsMax);
    }
    expect(groups.texts).toBe(limits.textsMax);
    expect(groups.state()[0]).toBe(limits.textsMax);
    expect(groups.groupOf('again', silent, monday + 100_000)).toBe('again');
  });

  it.each([512, 4_096])('are the same whenever it is killed and restored (room for %i)', (textsMax) => {
    const limits = { ...copyGroupLimits, textsMax };
    const texts = stream(6_000, 21);
    const undisturbed = new CopyGroups(limits);
    const wanted = texts.map((text) => told(undisturbed, text));
    expect(new Set(wanted).size).toBeLessThan(texts.length * 0.8);

    const random = randomNumbers(5);
    let chunks: CopyGroupsChunk[] = [];
    let state = new CopyGroups(limits).state();
    let groups = CopyGroups.of(state, chunks, limits);
    let [savedAt, kills] = [0, 0];
    const heard: string[] = [];
    for (let at = 0; at < texts.length; at += 1) {
      heard[at] = told(groups, texts[at]!);
      if (random() < 0.01) {
        const { chunk, oldestPosition } = groups.takeChanges();
        chunks = [...chunks, ...(chunk ? [chunk] : [])].filter(({ position }) => position >= oldestPosition);
        state = groups.state();
        savedAt = at + 1;
      } else if (random() < 0.004) {
        groups = CopyGroups.of(state, chunks, limits);
        kills += 1;
        at = savedAt - 1;
      }
    }
    expect(kills).toBeGreaterThan(10);
    expect(heard).toEqual(wanted);
    const saved = chunks.reduce((sum, { body }) => sum + body.length, 0);
    expect(saved).toBeLessThan(textsMax * 250);
  });

  it('write what is new alone', () => {
    const groups = new CopyGroups();
    for (const text of stream(500, 2)) told(groups, text);
    expect(groups.takeChanges().chunk!.body.length).toBeGreaterThan(20_000);
    expect(groups.takeChanges().chunk).toBeNull();
    groups.groupOf('new', first, monday + 500 * minute);
    const { body } = groups.takeChanges().chunk!;
    expect(body.length).toBeLessThan(150);
    expect(groups.groupOf('copy', first, monday + 501 * minute)).toBe('new');
    expect(groups.takeChanges().chunk!.body.length).toBeLessThan(60);
  });
});
