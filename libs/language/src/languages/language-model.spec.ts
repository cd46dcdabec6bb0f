import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../tokens/tokenize.js';
import { loadLanguageModel } from './language-model.js';

const bytes = readFileSync(new URL('../../models/language.bin', import.meta.url));

describe('shipped language model', () => {
  const model = loadLanguageModel(bytes);
  const identify = (text: string) => model.identify(tokenize(text));

  it.each([
    ['Pemerintah kota akan memperbaiki saluran air di pasar pekan depan', 'id'],
    ['anjir gokil bgt sih lu, gw ngakak mulu wkwkwk', 'id'],
    ['gmn nih min blm ada kabar jg dr kmrn, tlg dicek ya', 'id'],
    ['Dalane rusak nemen, wis suwe ora didandani karo pamrentah', 'jv'],
    ['Abdi teu acan nampi bantosan ti pamarentah, kumaha atuh', 'su'],
    ['Ambo alun makan dari tadi pagi, lapa bana raso paruik', 'min'],
    ['The road is still broken and nobody from the city came to fix it', 'en'],
    ['engko’ tak oneng apa se etorok bi’ oreng jareya', 'mad'],
  ])('%s → %s', (text, code) => {
    expect(identify(text).code).toBe(code);
  });

  it.each(['', '12345 https://contoh.id @warga', 'مرحبا بكم', 'สวัสดีครับ วันนี้'])(
    'knows nothing about "%s"',
    (text) => {
      expect(identify(text)).toEqual({ code: 'und', confidence: 0 });
    },
  );

  it('is surer of a whole post than of two words of it', () => {
    const post = 'Dalane rusak nemen, wis suwe ora didandani karo pamrentah';
    expect(identify(post).confidence).toBeGreaterThan(identify('Dalane rusak').confidence);
  });

  it.each([
    ['Kerajaan negeri dijangka umum bantuan pada hari Isnin kerana banjir', 'ms'],
    ['Doktor dan jururawat di hospital itu baik, sila beri maklumat', 'ms'],
    ['Polisi dan dokter datang karena banjir hari Senin', 'id'],
    ['Katanya seronok, tapi menurut gue biasa aja sih', 'id'],
    ['Longkang belum dibersihkan', 'ms'],
    ['Perkhidmatan feri ditangguhkan kerana cuaca buruk', 'ms'],
    ['Lampu jalan kat sini dah lama gelap, nak lapor mana', 'ms'],
    ['Warga kota menulis kata kerana di spanduk, padahal yang benar karena', 'id'],
    ['Pejabat negara dan hakim mahkamah hadir di kantor bupati', 'id'],
  ])('tells Malay from Indonesian: %s → %s', (text, code) => {
    expect(identify(text).code).toBe(code);
  });

  it.each([
    [
      'Mohon bantuan pemerintah kota karena warga kami belum mendapat bantuan. Wis suwe aku ngenteni nanging ora ana sing teka',
      ['id', 'jv'],
    ],
    [
      'Pelayanan sangat lambat dan tidak ramah. I will never come back to this place, the food was terrible',
      ['en', 'id'],
    ],
  ])('says that a post is mixed, and of what: %s', (post, both) => {
    const { code, mixedWith } = identify(post);
    expect([code, mixedWith].sort()).toEqual(both);
    expect(identify(post.slice(0, post.indexOf('. '))).mixedWith).toBeUndefined();
  });

  it('does not call a word or two of slang a regional language', () => {
    for (const text of ['gas poll', 'mantap lur', 'wkwk iyo', 'lah piye'])
      expect(['id', 'und', 'en', ...(identify(text).confidence > 0.9 ? ['jv', 'min', 'bjn'] : [])]).toContain(
        identify(text).code,
      );
  });

  it('thinks only of the languages it is told', () => {
    const among = new Set(['id', 'jv'] as const);
    expect(model.identify(tokenize('the road is broken'), among).code).toMatch(/^(id|jv|und)$/);
    expect(model.identify(tokenize('dalane rusak nemen'), among).code).toBe('jv');
  });

  it('does not remember the post before', () => {
    const alone = identify('jalan ini rusak');
    identify('the quick brown fox jumps over the lazy dog '.repeat(30));
    expect(identify('jalan ini rusak')).toEqual(alone);
  });

  it('bears a post of a hundred thousand words', () => {
    expect(identify('hujan deras '.repeat(50_000)).code).toBe('id');
  });

  it('refuses the weights of another model', () => {
    const other = readFileSync(new URL('../../models/sentiment.bin', import.meta.url));
    expect(() => loadLanguageModel(other)).toThrow('weights of "sentiment"');
  });
});
