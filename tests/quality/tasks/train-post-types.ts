import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom, shuffle, type TypedText, trainPostTypes } from '@kentongan/language/training';
import { evaluatePostTypes, type PostTypeFigures } from './eval-posttypes.js';
import { readCsv, readTextFile } from './labelled-files.js';
import { modelPath } from './language-models.js';
import { readTable, readTaggedTexts } from './place-files.js';
import { postTypesCard } from './post-types-card.js';
import { readTypedPosts } from './typed-posts.js';

const ownFolder = new URL('../../../quality/sets/', import.meta.url);
/** What a text of another set counts beside one that was written and labelled for this task. */
const otherSetsWeight = 0.1;
const complaintsMax = 800;
const newsMax = 800;
const talkMax = 1500;
const seed = 5;

/** Our own labelled posts; one half teaches, the other is for figures. */
export const ownPosts = (half: 'train' | 'test'): string =>
  new URL(`post-types.${half}.tsv`, ownFolder).pathname;

/** Trains the learned half of the post types and writes it with its card. */
export function trainPostTypeModel(data: string): Record<string, unknown> {
  const own = readTypedPosts(ownPosts('train')).map(
    ({ label, text }) => ({ label, text, weight: 1 }) as TypedText,
  );
  const rows = {
    own: own.length,
    ...Object.fromEntries(Object.entries(otherSets(data)).map(([name, texts]) => [name, texts.length])),
  };
  const bytes = trainPostTypes([...own, ...Object.values(otherSets(data)).flat()]);
  writeFileSync(modelPath('post-types.bin'), bytes);
  const figures: Record<string, PostTypeFigures> = {
    'own posts, the half kept for figures': evaluatePostTypes(ownPosts('test')),
    'development posts of other people': evaluatePostTypes(join(data, 'post-type-gold/dev.tsv')),
  };
  writeFileSync(modelPath('post-types.md'), postTypesCard(bytes, rows, figures));
  return { ...rows, bytes: bytes.length, path: modelPath('post-types.bin').pathname };
}

function otherSets(data: string): Record<'complaints' | 'news' | 'talk', TypedText[]> {
  const random = seededRandom(seed);
  const sample = (texts: readonly string[], label: TypedText['label'], max: number): TypedText[] => {
    const order = Uint32Array.from(texts, (_, at) => at);
    shuffle(order, random);
    return Array.from(order.subarray(0, max), (at) => ({ text: texts[at]!, label, weight: otherSetsWeight }));
  };
  return {
    complaints: sample(lapor(data), 'complaint', complaintsMax),
    news: sample(newsSentences(data), 'news', newsMax),
    talk: sample(privateTalk(data), 'other', talkMax),
  };
}

/** Every second one without the salutation and the closing words that the website adds: people elsewhere write none. */
function lapor(data: string): string[] {
  return readTable(join(data, 'complaints-lapor-2017/dev.tsv.gz')).map((row, at) => {
    const text = row['text'] ?? '';
    if (at % 2 === 0) return text;
    return text
      .replace(/^Yth\.?[^,]{0,80},\s*/i, '')
      .replace(
        /\s*Mohon (ditindaklanjuti|informasinya|dipertimbangkan|penjelasannya)[^.]*terima kasih\s*$/i,
        '',
      );
  });
}

const newsCharactersMin = 30;

function newsSentences(data: string): string[] {
  return ['ner-idnews2k/train.txt.gz', 'ner-nergrit/train.txt.gz']
    .flatMap((name) => readTaggedTexts(join(data, name)))
    .map(({ words }) => words.join(' '))
    .filter((text) => text.length > newsCharactersMin);
}

/** Tweets of joy, love, fear and sadness. Those of anger are left out: many of them criticise a government. */
function privateTalk(data: string): string[] {
  const emotions = ['happy', 'love', 'fear', 'sadness'];
  return readCsv(readTextFile(join(data, 'indonlu-extra/emot_train.csv')))
    .filter(([emotion = '', tweet]) => emotions.includes(emotion) && tweet !== undefined)
    .map(([, tweet = '']) => tweet.replaceAll('[USERNAME]', '@a').replaceAll('[URL]', 'https://contoh.id/a'));
}
