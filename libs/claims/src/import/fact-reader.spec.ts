import { describe, expect, it } from '@jest/globals';
import { type FactRead, FactReader } from './fact-reader.js';

/** Read in pieces of every size: what a network hands over has no respect for lines. */
function read(text: string, size = text.length || 1, defaults = {}): FactRead[] {
  const reader = new FactReader(defaults);
  const reads: FactRead[] = [];
  for (let at = 0; at < text.length; at += size) reads.push(...reader.push(text.slice(at, at + size)));
  return [...reads, ...reader.end()];
}
const facts = (reads: readonly FactRead[]) => reads.flatMap((each) => (each.ok ? [each.fact] : []));
const problems = (reads: readonly FactRead[]) =>
  reads.flatMap((each) =>
    each.ok ? [] : [`${each.line}/${each.entry} ${each.code}${each.value ? ` ${each.value}` : ''}`],
  );
const formsOf = (text: string) => {
  const reader = new FactReader();
  reader.push(text);
  reader.end();
  return reader.formsSeen;
};

const tsv = [
  'id\tdate\tcategory\tTitle\thoax_text\turl',
  '12\t2024-02-03\tscam\tUndian Berhadiah Bank Daerah\tKlik tautan ini\thttps://contoh.example/12',
  '13\t04/02/2024\tothers\t"Jembatan ""Merah"" Runtuh"\t\t',
  '',
  '14\tkemarin\tothers\tJadwal Palsu Imunisasi',
  '\t2024-02-04\tothers\tTanpa nomor',
  '15\t2024-02-05\tothers\t',
].join('\r\n');

const mafindo = {
  id: '201',
  authors: '19',
  status: '2',
  classification: 'Fabricated Content',
  title: '[HOAKS] Air Ledeng Beracun',
  content: '<p>Pesan berantai: air ledeng beracun &amp; mematikan.</p>',
  fact: 'Uji laboratorium bersih.',
  conclusion: 'Konten palsu.',
  source_issue: 'WhatsApp',
  source_link: 'https://contoh.example/201',
  tanggal: '2024-07-02 10:00:00',
};
const claimReview = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://www.contoh.example/cek/banjir?utm=x',
  name: 'Cek Fakta: Benarkah Tanggul Jebol?',
  claimReviewed: 'Tanggul Kali Contoh jebol malam ini',
  datePublished: '2025-01-03',
  author: { '@type': 'Organization', name: 'Contoh Fakta' },
  reviewRating: { alternateName: 'Salah' },
  itemReviewed: { author: { name: 'Budi Orang Biasa' }, appearance: [{ url: 'https://x.com/budi/1' }] },
};
const googleClaim = {
  text: 'Vaksin membuat lumpuh',
  claimant: 'Budi Orang Biasa',
  claimDate: '2025-02-01T00:00:00Z',
  claimReview: [
    {
      publisher: { name: 'Contoh Fakta', site: 'contoh.example' },
      url: 'https://contoh.example/v',
      title: 'Vaksin tidak membuat lumpuh',
      textualRating: 'Salah',
    },
    { publisher: { site: 'lain.example' }, url: 'https://lain.example/v', textualRating: 'False' },
  ],
};

describe('reading fact-checks', () => {
  it.each([1, 7, 64, 10_000])('takes a table and tells by line what it refused, in pieces of %i', (size) => {
    const reads = read(tsv, size, { source: 'uji', publisher: 'Balai Uji' });
    expect(facts(reads)).toEqual([
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
    expect(problems(reads)).toEqual(['5/3 badDate kemarin', '6/4 noId', '7/5 noTitle']);
  });

  it.each([1, 9, 10_000])('takes CSV with quoted cells over several lines, in pieces of %i', (size) => {
    const csv = 'id;judul;narasi\r\n1;"Kabar; satu";"baris satu\nbaris ""dua"""\r\n2;Kabar dua;\r\n';
    expect(facts(read(csv, size))).toEqual([
      { factId: '1', title: 'Kabar; satu', hoaxText: 'baris satu\nbaris "dua"' },
      { factId: '2', title: 'Kabar dua' },
    ]);
    expect(facts(read('id,title\n1,Kabar satu\n', size))).toHaveLength(1);
  });

  it('loses one line to a quote that is never closed, not the rest', () => {
    const reads = read('id,title\n1,"Kabar yang terbuka\n2,Kabar dua\n3,Kabar tiga\n');
    expect(facts(reads).map(({ factId }) => factId)).toEqual(['2', '3']);
    expect(problems(reads)).toEqual(['2/1 unclosedQuote']);
  });

  it.each([1, 13, 10_000])('takes lists, lines and named lists of JSON, in pieces of %i', (size) => {
    const rows = [
      {
        id: 1,
        title: 'Air Sungai "Beracun" [1, 2]',
        publishedAt: '2024-02-03T10:00:00+07:00',
        tags: [{ a: 1 }],
      },
      { id: 2, title: 'Harga Beras Turun Sejuta', conclusion: 'Tidak benar \\ "ya".' },
    ];
    const wanted = facts(read(JSON.stringify(rows)));
    expect(wanted.map(({ publishedAt }) => publishedAt)).toEqual(['2024-02-03T03:00:00.000Z', undefined]);
    for (const text of [
      JSON.stringify(rows, null, 2),
      `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`,
      JSON.stringify(
        { total: 2, note: '"data": [', data: rows, next: [{ id: 9, title: 'Bukan entri' }] },
        null,
        1,
      ),
    ])
      expect(facts(read(text, size))).toEqual(wanted);
  });

  it.each([1, 100_000])(
    'recognises MAFINDO, ClaimReview and Google by themselves, in pieces of %i',
    (size) => {
      const feed = {
        '@type': 'DataFeed',
        dataFeedElement: [{ '@type': 'DataFeedItem', item: [claimReview] }],
      };
      expect(facts(read(JSON.stringify([mafindo]), size))).toEqual([
        {
          factId: '201',
          title: '[HOAKS] Air Ledeng Beracun',
          hoaxText: 'Pesan berantai: air ledeng beracun & mematikan.',
          conclusion: 'Uji laboratorium bersih.\nKonten palsu.',
          url: 'https://contoh.example/201',
          publisher: 'MAFINDO',
          publishedAt: '2024-07-02T00:00:00.000Z',
        },
      ]);
      const review = {
        factId: 'contoh.example/cek/banjir',
        title: 'Cek Fakta: Benarkah Tanggul Jebol?',
        hoaxText: 'Tanggul Kali Contoh jebol malam ini',
        conclusion: 'Salah',
        url: 'https://www.contoh.example/cek/banjir?utm=x',
        publisher: 'Contoh Fakta',
        publishedAt: '2025-01-03T00:00:00.000Z',
      };
      for (const text of [claimReview, feed, { '@graph': [claimReview] }, [claimReview]])
        expect(facts(read(JSON.stringify(text, null, 1), size))).toEqual([review]);
      const google = facts(read(JSON.stringify({ claims: [googleClaim], nextPageToken: 'x' }), size));
      expect(google.map(({ factId, publisher, hoaxText }) => [factId, publisher, hoaxText])).toEqual([
        ['contoh.example/v', 'Contoh Fakta', 'Vaksin membuat lumpuh'],
        ['lain.example/v', 'lain.example', 'Vaksin membuat lumpuh'],
      ]);
      expect(JSON.stringify(google)).not.toContain('Budi');
    },
  );

  it('names the forms it met, takes no person over, and marks what was found true', () => {
    expect(formsOf(JSON.stringify([mafindo, claimReview, googleClaim]))).toEqual([
      'mafindo',
      'claimReview',
      'factCheckTools',
    ]);
    expect(formsOf('id\ttitle\n1\tKabar')).toEqual(['table']);
    const read_ = facts(
      read(JSON.stringify([claimReview, { ...mafindo, status: '1', title: 'Sekolah Libur' }])),
    );
    expect(JSON.stringify(read_)).not.toContain('Budi');
    expect(read_[1]).toMatchObject({ title: '[BENAR] Sekolah Libur' });
    expect(read_[1]).not.toHaveProperty('hoaxText');
  });

  it('refuses what is no list of facts, without throwing, by line and entry', () => {
    expect(problems(read('[1, null, {"id":"a","title":"Kabar palsu"}]'))).toEqual([
      '1/1 notAnObject',
      '1/2 notAnObject',
    ]);
    expect(problems(read('{"id":1,"title":"Kabar"}\n{"id":2\n{"id":3,"title":"Kabar"}\n'))).toEqual([
      '2/2 badJson',
    ]);
    expect(problems(read('[{"id":1,"title":"Kabar satu"},\n{"id":2,"title":'))).toEqual(['2/2 badJson']);
    expect(problems(read('satu kolom saja\nbaris\n'))[0]).toBe('1/0 noHeader');
    expect(problems(read(JSON.stringify([{ '@type': 'DataFeedItem', item: [] }])))).toEqual(['1/1 noReview']);
    expect(problems(read(JSON.stringify([{ id: 1, title: 'ab' }])))).toEqual(['1/1 badField title']);
    for (const nothing of ['', '\ufeff', '  \n\n ', '[]', '{"data":[]}'])
      expect(facts(read(nothing))).toEqual([]);
  });

  it('skips an entry or a line that never ends, and keeps none of it', () => {
    const huge = 'x'.repeat(300_000);
    const list = `[{"id":1,"title":"${huge}"},{"id":2,"title":"Kabar dua"}]`;
    for (const size of [1_000, 1_000_000]) {
      const reads = read(list, size);
      expect([problems(reads), facts(reads).map(({ factId }) => factId)]).toEqual([
        ['1/1 entryTooLong'],
        ['2'],
      ]);
    }
    expect(facts(read(`id\ttitle\n1\t${huge}\n2\tKabar dua\n`, 5_000)).map(({ factId }) => factId)).toEqual([
      '2',
    ]);
  });

  it.each(['[[[[[[', '}}}}', '[{"a":"\\', '{"data":[', '\u0000\u0001', '"', ']', '[,,,]', '{"a":{"b":[1]}}'])(
    'survives %j',
    (text) => {
      for (const size of [1, 100]) expect(facts(read(text, size))).toEqual([]);
    },
  );
});
