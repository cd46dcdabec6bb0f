import { moneyTalk, opinionTalk, serviceTalk, smallTalk } from './texts/home-talk.js';
import { officeNotices, pressHeadlines } from './texts/public-voices.js';
import { networkTalk, roadTalk, surroundingsTalk, trafficTalk } from './texts/street-talk.js';

/** One kind of everyday post and how much of the talk it is. */
export interface Topic {
  readonly name: string;
  readonly weight: number;
  readonly texts: readonly string[];
  /** Times as much at weekends. */
  readonly weekend: number;
  readonly voice: 'resident' | 'press' | 'official';
}

const resident = (name: string, weight: number, weekend: number, texts: readonly string[]): Topic => ({
  name,
  weight,
  weekend,
  texts,
  voice: 'resident',
});

/** What the city talks about when nothing happens. */
export const topics: readonly Topic[] = [
  resident('traffic', 15, 0.7, trafficTalk),
  resident('roads', 7, 0.8, roadTalk),
  resident('surroundings', 12, 1, surroundingsTalk),
  resident('networks', 8, 1, networkTalk),
  resident('services', 12, 0.6, serviceTalk),
  resident('money', 12, 1, moneyTalk),
  resident('small talk', 25, 1.4, smallTalk),
  resident('opinion', 5, 0.8, opinionTalk),
  { name: 'press', weight: 2.5, weekend: 0.8, texts: pressHeadlines, voice: 'press' },
  { name: 'official', weight: 1.2, weekend: 0.4, texts: officeNotices, voice: 'official' },
];

export const papers: readonly string[] = [
  'Warta Bukit Simulasi',
  'Harian Simpang Simulasi',
  'Kabar Pesisir Simulasi',
  'Suara Kali Simulasi',
  'Radio Gombel Simulasi',
  'Lensa Kota Simulasi',
];

export const offices: readonly string[] = [
  'Layanan Warga Kota (simulasi)',
  'Info Jalan Kota (simulasi)',
  'Kebersihan Kota (simulasi)',
];
