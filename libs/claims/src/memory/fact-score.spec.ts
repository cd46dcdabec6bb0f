import { describe, expect, it } from '@jest/globals';
import { tokenize } from '@kentongan/language';
import { HoaxMemory } from './hoax-memory.js';
import { likelihoodOf } from './levels.js';

// Invented: a claim at the end of a long greeting, and the same words strewn over a long text that tells something else.
const title = 'Tiang Jembatan Kaligarang Retak akibat Ritual Tambang Emas';
const filler = Array.from({ length: 160 }, (_, i) => `sela${i}`);
const claim = 'tiang jembatan kaligarang retak gara gara ritual tambang emas'.split(' ');

function memoryOf(): HoaxMemory {
  const memory = new HoaxMemory();
  memory.record({ factId: 'uji:1', title });
  for (let i = 0; i < 300; i += 1)
    memory.record({ factId: `isi:${i}`, title: `sela${i} warga kampung rt${i}a minta lampu jalan` });
  return memory;
}

describe('a claim inside a long text', () => {
  const scoreOf = (words: readonly string[]) => memoryOf().rank(tokenize(words.join(' ')))[0]!;

  it('counts as told when it stands together, and far less when its words are strewn', () => {
    const together = scoreOf([...filler, ...claim]);
    const strewn = scoreOf(filler.flatMap((word, i) => (i % 20 === 0 ? [claim[i / 20]!, word] : [word])));
    expect(together.factId).toBe('uji:1');
    expect(together.score).toBeGreaterThan(strewn.score + 3);
  });

  it('never scores above the claim alone', () => {
    expect(scoreOf([...filler, ...claim]).score).toBeLessThan(scoreOf(claim).score);
  });
});

it('leaves no trace of the facts that were not scored to the end: what decides is as exact as a full ranking', () => {
  const memory = memoryOf();
  for (let i = 0; i < 40; i += 1)
    memory.record({ factId: `mirip:${i}`, title: `Tiang Jembatan Desa${i} Retak akibat Tambang Pasir${i}` });
  for (let i = 0; i < 3_000; i += 1) memory.hear(tokenize(`sela${i % 160} warga kampung`), i * 1_000);
  let decided = 0;
  for (let words = 4; words <= claim.length; words += 1)
    for (const around of [0, 12, 160]) {
      const tokens = tokenize([...claim.slice(0, words), ...filler.slice(0, around)].join(' '));
      const match = memory.match(tokens);
      if (match === null || match.level === 'same') continue;
      decided += 1;
      const [exact] = memory.rank(tokens);
      expect([match.factId, match.score]).toEqual([exact?.factId, likelihoodOf(exact?.score ?? 0)]);
    }
  expect(decided).toBeGreaterThan(5);
});
