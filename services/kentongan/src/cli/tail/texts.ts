import type { SignalKeyKind, SignalLevel } from '@kentongan/contracts';

export type Language = 'id' | 'en';

interface Texts {
  readonly alarm: string;
  readonly update: (version: number) => string;
  readonly level: Record<SignalLevel, string>;
  readonly kind: Record<SignalKeyKind, string>;
  readonly counted: (count: string, authors: string, window: string) => string;
  readonly copies: (count: string, accounts: string, window: string) => string;
  readonly norm: (norm: string, odds: string) => string;
  readonly noNorm: string;
  readonly learning: (days: string) => string;
  readonly also: string;
  readonly firstPost: string;
  readonly tippingPost: string;
  readonly timeToAlert: (eventTime: string, wallTime: string) => string;
  readonly units: Record<'seconds' | 'minutes' | 'hours' | 'days', string>;
  readonly waiting: string;
}

/** What `tail` says, in the words of a Humas officer and in English. */
export const texts: Record<Language, Texts> = {
  id: {
    alarm: 'Peringatan',
    update: (version) => `Pembaruan ke-${version - 1}`,
    level: { medium: 'Sedang', high: 'Tinggi', critical: 'Kritis' },
    kind: {
      volume: 'jumlah unggahan dari',
      subjectPlace: 'topik',
      nearCopy: 'teks yang disalin',
      hoaxMatch: 'mirip periksa fakta',
      hashtag: 'tagar',
      watchRule: 'kata pantauan',
    },
    counted: (count, authors, window) => `${count} unggahan, ${authors} penulis dalam ${window}`,
    copies: (count, accounts, window) =>
      `${count} unggahan dari ${accounts} akun memakai teks yang hampir sama dalam ${window}; yang pertama`,
    norm: (norm, odds) => `biasanya ${norm} (peluang ${odds})`,
    noNorm: 'belum cukup data untuk norma jam ini',
    learning: (days) => `norma masih belajar, ${days} dari 14 hari`,
    also: 'naik bersama',
    firstPost: 'unggahan pertama',
    tippingPost: 'unggahan pemicu',
    timeToAlert: (eventTime, wallTime) =>
      `waktu ke peringatan: ${eventTime} sejak unggahan pertama, ${wallTime} sejak pemicu diterima`,
    units: { seconds: 'detik', minutes: 'menit', hours: 'jam', days: 'hari' },
    waiting: 'Menunggu peringatan. Tekan Ctrl+C untuk berhenti.',
  },
  en: {
    alarm: 'Alert',
    update: (version) => `Update ${version - 1}`,
    level: { medium: 'Medium', high: 'High', critical: 'Critical' },
    kind: {
      volume: 'number of posts from',
      subjectPlace: 'topic',
      nearCopy: 'copied text',
      hoaxMatch: 'similar to fact-check',
      hashtag: 'hashtag',
      watchRule: 'watch words',
    },
    counted: (count, authors, window) => `${count} posts, ${authors} authors within ${window}`,
    copies: (count, accounts, window) =>
      `${count} posts by ${accounts} accounts use almost the same text within ${window}; the first`,
    norm: (norm, odds) => `usually ${norm} (odds ${odds})`,
    noNorm: 'not enough data yet for a norm of this hour',
    learning: (days) => `norm still learning, day ${days} of 14`,
    also: 'rising together',
    firstPost: 'first post',
    tippingPost: 'tipping post',
    timeToAlert: (eventTime, wallTime) =>
      `time to alert: ${eventTime} from the first post, ${wallTime} from the tipping post's arrival`,
    units: { seconds: 's', minutes: 'min', hours: 'h', days: 'days' },
    waiting: 'Waiting for alerts. Press Ctrl+C to stop.',
  },
};
