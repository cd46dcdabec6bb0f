import { hashtagKey, linkKey } from '../keys.js';
import type { QueryField } from './query.js';

/** Names of the fields as people write them, Indonesian first. */
const fieldNames: Readonly<Record<string, QueryField>> = {
  sumber: 'source',
  source: 'source',
  platform: 'platform',
  bahasa: 'language',
  language: 'language',
  sentimen: 'sentiment',
  sentiment: 'sentiment',
  jenis: 'postType',
  type: 'postType',
  subjek: 'subject',
  subject: 'subject',
  tempat: 'place',
  place: 'place',
  tagar: 'hashtag',
  hashtag: 'hashtag',
  fakta: 'fact',
  fact: 'fact',
  kemiripan: 'hoaxLevel',
  match: 'hoaxLevel',
  penulis: 'authorKind',
  author: 'authorKind',
  salinan: 'nearCopy',
  copies: 'nearCopy',
  aturan: 'watchRule',
  rule: 'watchRule',
  tautan: 'url',
  link: 'url',
};

const closedValues: Readonly<Partial<Record<QueryField, Readonly<Record<string, string>>>>> = {
  sentiment: {
    positif: 'positive',
    positive: 'positive',
    netral: 'neutral',
    neutral: 'neutral',
    negatif: 'negative',
    negative: 'negative',
  },
  postType: {
    pengaduan: 'complaint',
    keluhan: 'complaint',
    complaint: 'complaint',
    pertanyaan: 'question',
    question: 'question',
    kritik: 'criticism',
    criticism: 'criticism',
    dukungan: 'support',
    support: 'support',
    berita: 'news',
    news: 'news',
    resmi: 'officialInfo',
    inforesmi: 'officialInfo',
    officialinfo: 'officialInfo',
    lainnya: 'other',
    other: 'other',
    belum: 'undecided',
    undecided: 'undecided',
  },
  hoaxLevel: {
    sama: 'same',
    same: 'same',
    cocok: 'matched',
    matched: 'matched',
    terkait: 'related',
    related: 'related',
  },
  authorKind: {
    orang: 'person',
    person: 'person',
    resmi: 'official',
    official: 'official',
    pers: 'press',
    press: 'press',
  },
};

const languageNames: Readonly<Record<string, string>> = {
  indonesia: 'id',
  jawa: 'jv',
  sunda: 'su',
  madura: 'mad',
  inggris: 'en',
  lain: 'und',
};

/** `hasOwn`, or `constructor:x` would be a field. */
const own = <T>(table: Readonly<Record<string, T>>, name: string): T | null =>
  Object.hasOwn(table, name) ? table[name]! : null;

export const fieldOfName = (name: string): QueryField | null => own(fieldNames, name.toLowerCase());

/** The value as it is stored, or null when the field cannot hold it. */
export function valueOfField(field: QueryField, written: string): string | null {
  const value = written.trim();
  if (value === '') return null;
  const closed = closedValues[field];
  if (closed) return own(closed, value.toLowerCase());
  switch (field) {
    case 'language': {
      const lower = value.toLowerCase();
      return own(languageNames, lower) ?? (/^[a-z]{2,3}$/.test(lower) ? lower : null);
    }
    case 'place':
      return /^\d{2}(\.\d{2,4}){0,3}$/.test(value) ? value : null;
    case 'hashtag':
      return hashtagKey(value) || null;
    case 'url':
      return linkKey(value);
    default:
      return value.slice(0, 200);
  }
}
