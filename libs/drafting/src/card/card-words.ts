import type { IssueState, PriorityLevel } from '@kentongan/contracts';

export type CardLanguage = 'id' | 'en';

interface CardWords {
  readonly level: Readonly<Record<PriorityLevel, string>>;
  readonly state: Readonly<Record<IssueState, string>>;
  /** What is asked of whoever gets this, by the state the issue is in. */
  readonly asked: Readonly<Record<IssueState, string>>;
  readonly posts: (count: number, authors: number, window: string) => string;
  readonly copies: (count: number, window: string) => string;
  readonly byAccounts: (count: number) => string;
  readonly usual: (norm: string) => string;
  readonly learning: string;
  readonly minutes: (count: number) => string;
  readonly hours: (count: number) => string;
  readonly days: (count: number) => string;
  readonly resembles: (title: string) => string;
  readonly labels: Readonly<Record<'why' | 'state' | 'owner' | 'asked', string>>;
  readonly nobody: string;
  readonly untitled: string;
  readonly decimal: string;
}

const asksId = {
  acknowledge: 'Mohon ditinjau dan diambil petugas piket.',
  evidence: 'Mohon data dan bukti dari OPD terkait secepatnya.',
  approve: 'Mohon draf klarifikasi diperiksa dan disetujui.',
  share: 'Mohon bantu sebarkan klarifikasi resmi, bukan kabar awalnya.',
  watch: 'Untuk diketahui; mohon kabari bila ada perkembangan.',
  none: 'Untuk diketahui.',
};
const asksEn = {
  acknowledge: 'Please have a duty officer look at it and take it.',
  evidence: 'Please send data and evidence from the agency in charge as soon as possible.',
  approve: 'Please check the draft clarification and approve it.',
  share: 'Please pass on the official clarification, not the first message.',
  watch: 'For your information; please tell us of anything new.',
  none: 'For your information.',
};

const askedIn = (asks: typeof asksId): Readonly<Record<IssueState, string>> => ({
  detected: asks.acknowledge,
  reopened: asks.acknowledge,
  triaged: asks.evidence,
  verifying: asks.evidence,
  drafted: asks.approve,
  approved: asks.watch,
  published: asks.share,
  amplified: asks.share,
  monitored: asks.watch,
  closed: asks.none,
  criticism: asks.watch,
  sp4n: asks.watch,
  rightOfReply: asks.watch,
  merged: asks.none,
  snoozed: asks.watch,
});

export const cardWords: Readonly<Record<CardLanguage, CardWords>> = {
  id: {
    level: { low: 'RENDAH', medium: 'SEDANG', high: 'TINGGI', critical: 'KRITIS' },
    state: {
      detected: 'terdeteksi, belum ditinjau',
      triaged: 'sudah ditriase',
      verifying: 'menunggu verifikasi OPD',
      drafted: 'draf klarifikasi sedang disusun',
      approved: 'klarifikasi disetujui',
      published: 'klarifikasi terbit',
      amplified: 'klarifikasi diamplifikasi',
      monitored: 'dipantau',
      closed: 'selesai',
      criticism: 'kritik atau opini',
      sp4n: 'diteruskan ke SP4N-LAPOR',
      rightOfReply: 'hak jawab',
      merged: 'digabung dengan isu lain',
      snoozed: 'ditunda',
      reopened: 'dibuka lagi',
    },
    asked: askedIn(asksId),
    posts: (count, authors, window) => `${count} unggahan dari ${authors} penulis dalam ${window}`,
    copies: (count, window) => `${count} unggahan memakai teks yang hampir sama dalam ${window}`,
    byAccounts: (count) => `, dari ${count} akun`,
    usual: (norm) => `; biasanya sekitar ${norm}`,
    learning: ' (norma masih belajar)',
    minutes: (count) => `${count} menit`,
    hours: (count) => `${count} jam`,
    days: (count) => `${count} hari`,
    resembles: (title) => `Mirip periksa fakta: "${title}" (belum dipastikan)`,
    labels: { why: 'Mengapa sekarang', state: 'Status', owner: 'Petugas', asked: 'Diminta' },
    nobody: 'belum ada',
    untitled: 'Isu tanpa judul',
    decimal: ',',
  },
  en: {
    level: { low: 'LOW', medium: 'MEDIUM', high: 'HIGH', critical: 'CRITICAL' },
    state: {
      detected: 'detected, not looked at yet',
      triaged: 'triaged',
      verifying: 'waiting for the agency',
      drafted: 'clarification being drafted',
      approved: 'clarification approved',
      published: 'clarification published',
      amplified: 'clarification being spread',
      monitored: 'monitored',
      closed: 'closed',
      criticism: 'criticism or opinion',
      sp4n: 'passed on to SP4N-LAPOR',
      rightOfReply: 'right of reply',
      merged: 'merged with another issue',
      snoozed: 'snoozed',
      reopened: 'opened again',
    },
    asked: askedIn(asksEn),
    posts: (count, authors, window) => `${count} posts by ${authors} authors in ${window}`,
    copies: (count, window) => `${count} posts use almost the same text within ${window}`,
    byAccounts: (count) => `, by ${count} ${count === 1 ? 'account' : 'accounts'}`,
    usual: (norm) => `; usually about ${norm}`,
    learning: ' (the norm is still learning)',
    minutes: (count) => `${count} ${count === 1 ? 'minute' : 'minutes'}`,
    hours: (count) => `${count} hours`,
    days: (count) => `${count} days`,
    resembles: (title) => `Resembles the fact-check: "${title}" (not confirmed)`,
    labels: { why: 'Why now', state: 'Status', owner: 'Officer', asked: 'Asked for' },
    nobody: 'nobody yet',
    untitled: 'Untitled issue',
    decimal: '.',
  },
};
