import { describe, expect, it } from '@jest/globals';
import { tokenize } from '@kentongan/language';
import { ClaimRanking } from './claim-ranking.js';

const titles = [
  ['a', 'Sumur Warga Keluarkan Minyak Kelapa'],
  ['b', 'Menara Masjid Miring Karena Gempa'],
  ['c', 'Minyak Kelapa Sembuhkan Gigitan Ular'],
] as const;
const anyone = () => true;

function rankingOf(of: readonly (readonly [string, string])[]): ClaimRanking {
  const ranking = new ClaimRanking();
  for (const [id, title] of of) ranking.add(id, tokenize(title));
  return ranking;
}

describe('the ranking of facts by a text', () => {
  const ask = (ranking: ClaimRanking, text: string, isOpen: (id: string) => boolean = anyone) =>
    ranking.rank(tokenize(text), 5, isOpen).map(({ id }) => id);

  it('puts the claim before others that share some of its words, however it is spelt', () => {
    const ranking = rankingOf(titles);
    expect(ask(ranking, 'katanya gigitan ular sembuh diolesi minyak kelapa')).toEqual(['c', 'a']);
    expect(ask(ranking, 'menara mesjid mirink, benarkah?')[0]).toBe('b');
  });

  it('tells nobody of a title that is not theirs to see', () => {
    expect(ask(rankingOf(titles), 'minyak kelapa sembuhkan ular', (id) => id !== 'c')).toEqual(['a']);
  });

  it('is after changes as if it had been filled with what is left', () => {
    const turned = rankingOf([['c', 'Judul Lain Tentang Pasar Ikan'], ['d', 'Pasar Ikan Tutup'], ...titles]);
    turned.remove('d');
    turned.remove('tidak ada');
    for (const text of ['minyak kelapa sembuhkan ular', 'pasar ikan tutup', 'menara gempa'])
      expect(turned.rank(tokenize(text), 5, anyone)).toEqual(
        rankingOf(titles).rank(tokenize(text), 5, anyone),
      );
    for (const [id] of titles) turned.remove(id);
    expect(ask(turned, 'minyak kelapa')).toEqual([]);
  });

  it('scores given titles as the ranking does', () => {
    const ranking = rankingOf(titles);
    const tokens = tokenize('minyak kelapa dari sumur');
    const scores = ranking.scoresOf(tokens, ['a', 'c']);
    for (const { id, score } of ranking.rank(tokens, 5, anyone)) expect(scores.get(id)).toBe(score);
  });
});
