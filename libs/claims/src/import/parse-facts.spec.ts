import { describe, expect, it } from '@jest/globals';
import { parseFacts } from './parse-facts.js';

const tsv = [
  'id\tdate\tcategory\ttitle\thoax_text\turl',
  '12\t2024-02-03\tscam\tUndian Berhadiah Bank Daerah\tKlik tautan ini\thttps://contoh.example/12',
  '13\t2024-02-04\tothers\t"Jembatan ""Merah"" Runtuh"\t\t',
  '',
  '14\tkemarin\tothers\tJadwal Palsu Imunisasi',
  '\t2024-02-04\tothers\tTanpa nomor',
  '15\t2024-02-05\tothers\t',
].join('\r\n');

describe('reading fact-checks', () => {
  it('takes TSV with a header, optional and unknown columns, and tells what it refused', () => {
    const { facts, problems } = parseFacts(tsv, 'tsv', { source: 'uji', publisher: 'Balai Uji' });
    expect(facts).toEqual([
      {
        factId: 'uji:12',
        title: 'Undian Berhadiah Bank Daerah',
        hoaxText: 'Klik tautan ini',
        url: 'https://contoh.example/12',
        publisher: 'Balai Uji',
        publishedAt: '2024-02-03T00:00:00.000Z',
      },
      {
        factId: 'uji:13',
        title: 'Jembatan "Merah" Runtuh',
        publisher: 'Balai Uji',
        publishedAt: '2024-02-04T00:00:00.000Z',
      },
    ]);
    expect(problems.map(({ line }) => line)).toEqual([5, 6, 7]);
    expect(problems[0]?.reason).toContain('kemarin');
  });

  it('reads the same facts from JSON and from NDJSON', () => {
    const rows = [
      { id: 1, title: 'Air Sungai Beracun', publishedAt: '2024-02-03T10:00:00+07:00' },
      { id: 2, title: 'Harga Beras Turun Sejuta', conclusion: 'Tidak benar.' },
    ];
    const json = parseFacts(JSON.stringify(rows), 'json');
    const ndjson = parseFacts(rows.map((row) => JSON.stringify(row)).join('\n'), 'ndjson');
    expect(json).toEqual(ndjson);
    expect(json.facts.map((fact) => fact.publishedAt)).toEqual(['2024-02-03T03:00:00.000Z', undefined]);
  });

  it('refuses what is no list of facts, without throwing', () => {
    expect(parseFacts('{"id":1}', 'json').problems).toEqual([{ line: 1, reason: 'not a JSON object' }]);
    expect(parseFacts('[1, null, {"id":"a","title":"Kabar palsu"}]', 'json').problems).toHaveLength(2);
    expect(parseFacts('{"id":1', 'ndjson').problems).toHaveLength(1);
    expect(parseFacts('', 'tsv')).toEqual({ facts: [], problems: [] });
  });

  it('keeps the last row of a repeated id', () => {
    const { facts } = parseFacts('id\ttitle\n1\tKabar lama\n1\tKabar baru', 'tsv');
    expect(facts.map(({ title }) => title)).toEqual(['Kabar baru']);
  });
});
