import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../../tokens/tokenize.js';
import { inventedGazetteer } from '../invented-places.js';
import { recognisePlaces } from '../recognise-places.js';
import { OwnNames, type PlaceLesson, placeLessonsMax } from './own-names.js';

const gazetteer = inventedGazetteer();

function reader(ownNames: OwnNames, ...roots: string[]) {
  return (text: string): string[] =>
    recognisePlaces(tokenize(text), gazetteer, { roots, ownNames }).map(
      ({ start, end, codes }) => `${text.slice(start, end)} = ${codes.join(' ')}`,
    );
}

const lesson = (words: string, code: string | null, day = 1): PlaceLesson => ({
  words,
  code,
  at: `2026-03-0${day}T00:00:00.000Z`,
});

describe('names that a desk lists', () => {
  const names = new OwnNames();
  names.list([
    { name: 'SDN 1 Melati', placeCode: '91.01.03' },
    { name: 'Jalan Raya Darmo', placeCode: '91.01.02' },
    { name: 'Pasar Genteng Baru', placeCode: '91.01.01' },
  ]);
  const find = reader(names, '91.01');

  it('are found however they are abbreviated, with numbers, and before the names inside them', () => {
    expect(find('atap SDN 1 Melati roboh')).toEqual(['SDN 1 Melati = 91.01.03']);
    expect(find('macet di jl. raya darmo')).toEqual(['jl. raya darmo = 91.01.02']);
    expect(find('macet di Jln Raya Darmo lagi')).toEqual(['Jln Raya Darmo = 91.01.02']);
    expect(find('#PasarGentengBaru terbakar')).toEqual(['#PasarGentengBaru = 91.01.01']);
  });

  it('are not found across the end of a sentence, nor in part', () => {
    expect(find('atap SDN 1 retak. Melati layu')).toEqual([]);
    expect(find('atap SDN 2 Melati roboh')).toEqual([]);
  });

  it('tell namesakes apart as any place in the text does', () => {
    const near = new OwnNames();
    near.list([{ name: 'Tugu Biru', placeCode: '91.02.02' }]);
    const text = 'desa Sukaraja dekat tugu biru';
    expect(reader(near)(text)[0]).toBe('desa Sukaraja = 91.02.02.2001');
    expect(reader(new OwnNames())(text)[0]?.split(' ')).toHaveLength(6);
  });

  it('that lie nowhere known are left out', () => {
    const lost = new OwnNames();
    lost.list([{ name: 'Tugu Biru', placeCode: '99.99' }]);
    expect(reader(lost)('ramai di Tugu Biru')).toEqual([]);
  });
});

describe('a correction of a place', () => {
  it('decides the next post with the same name', () => {
    const names = new OwnNames();
    const find = reader(names, '91.01');
    expect(find('got buntu di ngagel')).toEqual(['ngagel = 91.01.03.1001']);
    names.record('a', lesson('ngagel', '91.01.01'));
    expect(find('lampu padam di Ngagel tadi')).toEqual(['Ngagel = 91.01.01']);
  });

  it('teaches names that no table holds', () => {
    const names = new OwnNames();
    names.record('a', lesson('simpang pelangi', '91.01.02'));
    expect(reader(names)('macet Simpang Pelangi pagi ini')).toEqual(['Simpang Pelangi = 91.01.02']);
  });

  it('takes a name away where it means no place', () => {
    const names = new OwnNames();
    names.record('a', lesson('tegal', null));
    expect(reader(names)('jalan rusak di tegal')).toEqual([]);
  });

  it('does not reach the same name behind a word for its kind', () => {
    const names = new OwnNames();
    names.record('a', lesson('genteng', null));
    expect(reader(names, '91.01')('banjir di kecamatan Genteng')).toEqual(['kecamatan Genteng = 91.01.01']);
    names.record('b', lesson('kec. genteng', '91.02.01'));
    expect(reader(names, '91.01')('banjir di kecamatan Genteng')).toEqual(['kecamatan Genteng = 91.02.01']);
  });

  it('gives way to a text that names another regency', () => {
    const names = new OwnNames();
    names.record('a', lesson('genteng', '91.01.01'));
    expect(reader(names, '91.01')('kami pergi ke pasar Genteng, Banyuwangi pagi tadi')[0]).toBe(
      'Genteng = 91.02.01',
    );
  });

  it('wins over the list, and the later one over the earlier', () => {
    const names = new OwnNames();
    names.list([{ name: 'Tugu Biru', placeCode: '91.01.01' }]);
    names.record('new', lesson('tugu biru', '91.01.03', 2));
    names.record('old', lesson('tugu biru', '91.01.02', 1));
    expect(reader(names)('ramai di Tugu Biru')).toEqual(['Tugu Biru = 91.01.03']);
  });

  it('is taken back: what held before holds again', () => {
    const names = new OwnNames();
    const find = reader(names, '91.01');
    names.record('old', lesson('ngagel', '91.01.01', 1));
    names.record('new', lesson('ngagel', null, 2));
    expect(find('got buntu di ngagel')).toEqual([]);
    names.record('new', null);
    expect(find('got buntu di ngagel')).toEqual(['ngagel = 91.01.01']);
    names.record('old', null);
    expect(find('got buntu di ngagel')).toEqual(['ngagel = 91.01.03.1001']);
  });

  it('is one of a bounded number: the oldest goes first', () => {
    const names = new OwnNames();
    const at = (second: number) => new Date(Date.UTC(2026, 2, 1) + second * 1_000).toISOString();
    for (let i = 0; i <= placeLessonsMax; i += 1)
      names.record(`k${i}`, { words: `tugu nomor ${i}`, code: '91.01', at: at(i) });
    expect(reader(names)('ramai di tugu nomor 0')).toEqual([]);
    expect(reader(names)('ramai di tugu nomor 1')).toEqual(['tugu nomor 1 = 91.01']);
  });
});
