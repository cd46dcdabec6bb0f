import { describe, expect, it } from '@jest/globals';
import { type IssueCard, IssueState, type SignalCopies } from '@kentongan/contracts';
import { card, hostileTexts, signal } from '../testing/samples.js';
import { whatsappCard } from './whatsapp-card.js';

describe('the card for WhatsApp', () => {
  it('says level, title, why now, resemblance, state and what is asked', () => {
    expect(whatsappCard(card, 'id')).toBe(
      [
        '*[TINGGI] Air ledeng berbau di Jalan Mawar*',
        'Mengapa sekarang: 27 unggahan dari 19 penulis dalam 40 menit; biasanya sekitar 1,8.',
        'Mirip periksa fakta: "Air Ledeng Kota Contoh Dicampur Racun Tikus" (belum dipastikan)',
        'Status: terdeteksi, belum ditinjau. Petugas: belum ada.',
        'Diminta: Mohon ditinjau dan diambil petugas piket.',
      ].join('\n'),
    );
  });

  it('says the same in English', () => {
    const english = whatsappCard({ ...card, owner: { userId: 'u', name: 'Rina' } }, 'en');
    expect(english).toContain('*[HIGH]');
    expect(english).toContain('27 posts by 19 authors in 40 minutes; usually about 1.8.');
    expect(english).toContain('Resembles the fact-check');
    expect(english).toContain('Officer: Rina.');
  });

  it('says that a norm is learning, and nothing of a norm that does not exist', () => {
    const learning = { ...signal, norm: null, normLearning: true, windowMinutes: 180 };
    expect(whatsappCard({ ...card, signal: learning }, 'id')).toContain('dalam 3 jam (norma masih belajar).');
  });

  it('says in one sentence how many posts use almost the same text, in both languages, and names no account', () => {
    const copies: SignalCopies = {
      posts: 18,
      firstAt: '2026-11-22T05:00:00.000Z',
      lastAt: '2026-11-22T05:13:20.000Z',
      accounts: 15,
      distinctSources: 2,
      sources: [{ value: 'rss:akun', count: 18 }],
      firstPost: { postId: 'demo:1', createdAt: '2026-11-22T05:00:00.000Z', excerpt: 'Kata @budi_contoh' },
      textKeys: ['teks-1'],
    };
    const withCopies = (given: Partial<SignalCopies>) => ({
      ...card,
      signal: { ...signal, copies: { ...copies, ...given } },
    });
    expect(whatsappCard(withCopies({}), 'id')).toContain(
      'sekitar 1,8. 18 unggahan memakai teks yang hampir sama dalam 14 menit, dari 15 akun.\n',
    );
    expect(whatsappCard(withCopies({}), 'en')).toContain(
      'about 1.8. 18 posts use almost the same text within 14 minutes, by 15 accounts.\n',
    );
    expect(whatsappCard(withCopies({ accounts: 0 }), 'id')).toContain('sama dalam 14 menit.\n');
    for (const language of ['id', 'en'] as const)
      expect(whatsappCard(withCopies({}), language)).not.toMatch(
        /budi|rss|hoaks|hoax|buzzer|bot\b|kampanye/i,
      );
  });

  it('never says hoax, and draws no resemblance where the desk answers criticism, complaints or the press', () => {
    const hoaxTitle = { ...card, title: 'HOAKS air beracun', factTitle: 'Hoax lama [HOAKS] soal air' };
    expect(whatsappCard(hoaxTitle, 'id')).not.toMatch(/hoaks|hoax/i);
    for (const route of ['criticism', 'complaint', 'journalism'] as const) {
      expect(whatsappCard({ ...card, route }, 'id')).not.toContain('Mirip');
      expect(whatsappCard({ ...card, suggestion: { ...card.suggestion, route } }, 'id')).not.toContain(
        'Mirip',
      );
    }
  });

  it('quotes no post and names nobody', () => {
    const named = {
      ...card,
      title:
        'Kata @budi_contoh dan ＠siti, hub 0812-3456-7890 atau budi@contoh.id https://x.com/budi/status/9',
    };
    const text = whatsappCard(named, 'id');
    expect(text).not.toMatch(/budi|siti|0812|7890|@|https|x\.com/);
    expect(text).not.toContain(signal.tippingPost.excerpt);
  });

  it('has words for every state and for an issue opened by hand', () => {
    for (const state of IssueState.options)
      for (const language of ['id', 'en'] as const)
        expect(whatsappCard({ ...card, state, signal: null, factTitle: null }, language)).not.toMatch(
          /undefined|null/,
        );
  });

  it.each(hostileTexts.map((text, i) => [i, text] as const))(
    'stays short and plain with hostile words (%i)',
    (_, text) => {
      const hostile: IssueCard = {
        ...card,
        title: text.slice(0, 300) || '?',
        factTitle: text.slice(0, 1_000),
        owner: { userId: 'u', name: text.slice(0, 200) },
      };
      for (const language of ['id', 'en'] as const) {
        const shown = whatsappCard(hostile, language);
        expect(shown.length).toBeLessThanOrEqual(1_000);
        expect(shown.split('\n').length).toBeLessThanOrEqual(5);
        expect(shown).not.toMatch(/[\u202A-\u202E\u200B]|@\w/);
      }
    },
  );
});
