import { describe, expect, it } from '@jest/globals';
import { loadSentimentModel } from '../../sentiment/sentiment-model.js';
import { tokenize } from '../../tokens/tokenize.js';
import { type LabelledText, trainSentiment } from './train-sentiment.js';

const praise = ['bagus', 'mantap', 'senang', 'puas', 'ramah'];
const blame = ['rusak', 'kecewa', 'buruk', 'lambat', 'kotor'];
const subjects = ['pelayanan', 'jalan', 'taman', 'kantor', 'petugas', 'pasar'];

const rows: LabelledText[] = subjects.flatMap((subject) => [
  ...praise.map((word) => ({ text: `${subject} ini ${word} sekali`, label: 'positive' as const })),
  ...praise.map((word) => ({ text: `${subject} tidak ${word}`, label: 'negative' as const })),
  ...blame.map((word) => ({ text: `${subject} itu ${word} sekali`, label: 'negative' as const })),
  ...blame.map((word) => ({ text: `${subject} tidak ${word}`, label: 'positive' as const })),
  ...['senin', 'selasa', 'rabu'].map((day) => ({
    text: `${subject} buka hari ${day}`,
    label: 'neutral' as const,
  })),
]);
const lexicon = [
  { foreign: 'ombo', indonesian: 'bagus', language: 'jv' as const },
  { foreign: 'ireng', indonesian: 'buruk', language: 'jv' as const },
  { foreign: 'senin', indonesian: 'rusak', language: 'jv' as const },
];

describe('trainSentiment', () => {
  const bytes = trainSentiment(rows, [], lexicon);
  const model = loadSentimentModel(bytes);
  const label = (text: string, language?: string) => model.score(tokenize(text), language).label;

  it('learns words, negation and the neutral class', () => {
    expect(label('gedung ini bagus sekali')).toBe('positive');
    expect(label('gedung itu kotor sekali')).toBe('negative');
    expect(label('gedung tidak kotor')).toBe('positive');
    expect(label('gedung tidak bagus')).toBe('negative');
    expect(label('gedung buka hari rabu')).toBe('neutral');
  });

  it('reads a regional word through its Indonesian translation', () => {
    expect(label('gedung ini ombo sekali', 'jv')).toBe('positive');
    expect(label('gedung itu ireng sekali', 'jv')).toBe('negative');
  });

  it('does not translate the words of an Indonesian post', () => {
    expect(label('taman buka hari senin')).toBe('neutral');
  });

  it('writes the same bytes again', () => {
    expect(Buffer.from(trainSentiment(rows, [], lexicon)).equals(Buffer.from(bytes))).toBe(true);
  });
});
