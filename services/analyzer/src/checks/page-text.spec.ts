import { describe, expect, it } from '@jest/globals';
import { pageText } from './page-text.js';

const paragraph = 'Petugas menguras pipa Jalan Mawar sejak pagi sehingga air keruh dua jam.';

describe('a page as text', () => {
  it('is its title, description and first paragraphs', () => {
    const { title, text } = pageText(`<!doctype html><html><head><title>Warta | Air Keruh</title>
      <meta property="og:title" content='Air Keruh di Jalan &quot;Mawar&quot;'><meta name=description content="Pipa dikuras &amp; dibersihkan > selesai">
      <script>document.write("<p>${paragraph.repeat(3)} JANGAN</p>")</script><style>p{}</style></head>
      <body><nav><p>Menu panjang sekali yang bukan isi berita sama sekali, sungguh.</p></nav>
      <h1>Air keruh</h1><p class="a>b">${paragraph}<br>Warga <b>diminta</b> menampung air &#8211; sementara.</p><p>Pendek.</p>
      <!-- <p>${paragraph} KOMENTAR</p> --><footer><p>${paragraph} KAKI</p></footer></body>`);
    expect(title).toBe('Air Keruh di Jalan "Mawar"');
    expect(text.split('\n')).toEqual([
      'Air Keruh di Jalan "Mawar"',
      'Pipa dikuras & dibersihkan > selesai',
      `${paragraph} Warga diminta menampung air – sementara.`,
    ]);
    expect(text).not.toMatch(/JANGAN|KOMENTAR|KAKI|Menu/);
  });

  it('ends a paragraph where the page forgot to', () => {
    expect(pageText(`<p>${paragraph}<div>iklan</div><p>${paragraph} Dua.`).text).toBe(
      `${paragraph}\n${paragraph} Dua.`,
    );
  });

  it.each([
    ['nothing', ''],
    ['open tags', '<p '.repeat(200_000)],
    ['open comments', '<!--'.repeat(150_000)],
    ['open scripts', '<script>'.repeat(75_000)],
    ['open quotes', '<a b="'.repeat(100_000)],
    ['stray signs', '<'.repeat(600_000)],
    ['entities', `<p>${'&amp;'.repeat(100_000)}</p>`],
    ['metas', '<meta name="description" content="a">'.repeat(15_000)],
    ['deep navigation', '<nav>'.repeat(100_000)],
    ['attributes', `<meta ${'name= '.repeat(90_000)}>`],
  ])('is read in a moment and stays bounded: %s', (_, html) => {
    expect(pageText(html).text.length).toBeLessThanOrEqual(5_000);
  });
});
