import { describe, expect, it } from '@jest/globals';
import { loadLanguageModel } from '../languages/language-model.js';
import { tokenize } from '../tokens/tokenize.js';
import { type TextInLanguage, trainLanguage } from './train-language.js';

const javanese = [
  'aku arep lunga menyang pasar',
  'omahe gedhe lan apik banget',
  'kowe wis mangan durung',
  'bocah kuwi ora gelem sinau',
];
const english = [
  'the market is open every day',
  'this house is big and very nice',
  'have you eaten your lunch',
  'that child does not study',
];
const indonesian = [
  'saya akan pergi ke pasar',
  'rumahnya besar dan bagus sekali',
  'kamu sudah makan belum',
  'anak itu tidak mau belajar',
];

const rows: TextInLanguage[] = [
  ...javanese.map((text) => ({ text, language: 'jv' as const })),
  ...english.map((text) => ({ text, language: 'en' as const })),
  ...indonesian.map((text) => ({ text, language: 'id' as const })),
];

describe('trainLanguage', () => {
  const bytes = trainLanguage(rows, ['gw udah makan bro', '']);
  const code = (text: string) => loadLanguageModel(bytes).identify(tokenize(text)).code;

  it('learns each language from a few rows, and colloquial Indonesian as Indonesian', () => {
    expect(code('bocah wis lunga menyang omahe')).toBe('jv');
    expect(code('the child is very nice')).toBe('en');
    expect(code('anak sudah pergi ke pasar')).toBe('id');
    expect(code('gw udah pergi bro')).toBe('id');
  });

  it('writes the same bytes again', () => {
    expect(Buffer.from(trainLanguage(rows, ['gw udah makan bro', ''])).equals(Buffer.from(bytes))).toBe(true);
  });
});
