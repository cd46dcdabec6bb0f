import { describe, expect, it } from '@jest/globals';
import { namesAPerson, pseudonymise, pseudonymiseLink } from './pseudonymise.js';
import { Pseudonyms } from './pseudonyms.js';

const key = Buffer.alloc(32, 7);
const pseudonyms = new Pseudonyms(key, new Set(['pemkotcontoh', 'wartakota_id']));
const budi = pseudonyms.ofHandle('budi_s');
const rewrite = (text: string) => pseudonymise(text, pseudonyms);

describe('handles in texts', () => {
  it('become stable pseudonyms', () => {
    expect(budi).toMatch(/^warga-[0-9a-f]{8}$/);
    expect(rewrite('@budi_s jalan rusak, cc @Budi_S!')).toBe(`@${budi} jalan rusak, cc @${budi}!`);
  });

  it('differ from region to region and from period to period', () => {
    expect(new Pseudonyms(Buffer.alloc(32, 8), new Set()).ofHandle('budi_s')).not.toBe(budi);
  });

  it('stay for offices and media on the list', () => {
    expect(rewrite('Tolong @PemkotContoh dan @wartakota_id')).toBe('Tolong @PemkotContoh dan @wartakota_id');
  });

  it('stay as they are when they are pseudonyms already', () => {
    const once = rewrite(
      'RT @budi_s: banjir di x.com/budi_s/status/99 dan ig: budi_s surel a.b@contoh.id 081234567890',
    );
    expect(rewrite(once)).toBe(once);
  });

  it('are rewritten when the source hashed them before', () => {
    expect(rewrite('@u05a736 makan siang')).toMatch(/^@warga-[0-9a-f]{8} makan siang$/);
  });

  it.each([
    'RT @budi_s: awas',
    '.@budi_s awas',
    'cc:@budi_s',
    '(@budi_s)',
    '"@budi_s"',
    'halo@budi_s',
    '@budi_s@budi_s',
    '@budi_s,@budi_s',
    '@budi_s/@budi_s',
    '＠budi_s awas',
    '@BUDI_S',
    '@budi_s...',
    '@budi_s\nawas',
    '😡@budi_s😡',
    '#banjir@budi_s',
    'https://tiktok.com/@budi_s/video/7301',
    'https://www.youtube.com/@budi_s',
    'https://mastodon.example/@budi_s/1',
    'https://www.threads.net/@budi_s/post/x',
    'https://contoh.id/?u=@budi_s',
    'https://contoh.id/%40budi_s',
    'https://twitter.com/budi_s',
    'https://x.com/budi_s/status/1?s=20',
    'x.com/budi_s',
    'https://mobile.twitter.com/Budi_S/status/1',
    'https://www.instagram.com/budi_s/',
    'https://instagram.com/stories/budi_s/31',
    'https://m.facebook.com/budi_s/posts/12',
    'https://www.facebook.com/people/budi_s/1000012/',
    'https://fb.com/budi_s',
    'https://t.me/budi_s/55',
    't.me/s/budi_s',
    'https://www.linkedin.com/in/budi_s',
    'https://bsky.app/profile/budi_s/post/3k',
    'https://youtube.com/c/budi_s/videos',
    'https://youtube.com/user/budi_s',
    'https://twitter.com/intent/user?screen_name=budi_s',
    '(https://x.com/budi_s)',
    'lihat:x.com/budi_s,ya',
    'ig: budi_s',
    'IG:budi_s ya',
    'telegram = budi_s',
    'surel budi_s@contoh.id',
    'Surel: budi_s@mail.contoh.co.id.',
  ])('leave nothing of %s', (text) => expect(rewrite(text).toLowerCase()).not.toContain('budi_s'));

  it('keep a server name off the page too', () => {
    expect(rewrite('cek @rina.wati@kolektif.example ya')).toMatch(/^cek @warga-[0-9a-f]{8} ya$/);
  });

  it.each([
    'harga 2 @5000',
    'jam 7 @ balai desa',
    'a @ b',
    'nilai @ 100%',
    'https://contoh.id/berita/123',
    'relax.com/a',
  ])('leave what is no handle: %s', (text) => expect(rewrite(text)).toBe(text));
});

describe('addresses', () => {
  it('still open the post', () => {
    expect(rewrite('https://x.com/budi_s/status/1890')).toBe(`https://x.com/${budi}/status/1890`);
    expect(pseudonymiseLink('https://www.facebook.com/profile.php?id=100001&x=1', pseudonyms)).toMatch(
      /profile\.php\?id=warga-[0-9a-f]{8}&x=1$/,
    );
  });

  it.each([
    'https://x.com/i/status/1',
    'https://x.com/search?q=banjir',
    'https://www.instagram.com/p/Cxyz/',
    'https://www.instagram.com/reel/Cxyz/',
    'https://www.facebook.com/groups/1234/posts/5',
    'https://youtu.be/abc',
    'https://www.youtube.com/watch?v=abc',
    'https://x.com/pemkotcontoh/status/1',
    'https://www.tiktok.com/@wartakota_id/video/1',
    'https://netflix.com/judul/1',
    'https://kliktwitter.com.example/a',
  ])('without a private person stay: %s', (address) =>
    expect(pseudonymiseLink(address, pseudonyms)).toBe(address),
  );
});

describe('numbers', () => {
  it.each([
    ['WA 081234567890 ya', 'WA [telepon] ya'],
    ['+62 812-3456-7890', '[telepon]'],
    ['62 812 3456 7890.', '[telepon].'],
    ['0812.3456.7890', '[telepon]'],
    ['kantor (021) 555-1234', 'kantor [telepon]'],
    ['NIK 3374010101900001', 'NIK [nik]'],
    ['kartu 3374 0101 0190 0001', 'kartu [nik]'],
  ])('%s → %s', (text, masked) => expect(rewrite(text)).toBe(masked));

  it('mask a number in a chat link', () => {
    expect(rewrite('https://wa.me/6281234567890')).not.toContain('81234567890');
    expect(rewrite('https://api.whatsapp.com/send?phone=6281234567890&text=a')).not.toContain('81234567890');
  });

  it.each([
    'Rp 1.250.000',
    'tahun 2024-2025',
    '10.000 paket',
    'id 1890123456789012345',
    'pukul 08.30',
    'RT 04 RW 08',
  ])('leave %s', (text) => expect(rewrite(text)).toBe(text));
});

describe('identifiers', () => {
  it.each([
    ['1890123456789', '', false],
    ['warta.example/a/b', 'Warta Kota', false],
    ['@budi_s:1', '', true],
    ['twitter.com/budi_s/status/1', '', true],
    ['budi_s-2025-01', 'budi_s', true],
    ['6281234567890', '', true],
  ])('%s by "%s": names a person %s', (id, author, names) =>
    expect(namesAPerson(id, author, pseudonyms)).toBe(names),
  );
});

it.each(['@', 'a@', 'a.', 'x.com/', 'https://', '08 ', '0812', 'ig: a', '@a.', '@a@a.'])(
  'stays linear on 200,000 characters of "%s"',
  (piece) => {
    const text = piece.repeat(200_000 / piece.length);
    const start = process.hrtime.bigint();
    rewrite(text);
    expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(5_000); // a quadratic pattern takes minutes
  },
);
