import type { Sentiment } from '@kentongan/language';
import type { LabelledText } from '@kentongan/language/training';
import { ownSet } from '../measure/own-sets.js';
import { readLabelled } from './labelled-files.js';
import { sentiments } from './language-sets.js';
import { readTypedPosts } from './typed-posts.js';

/** What a post does tells how it speaks, but for `other`, which is talk of any tone. */
const sentimentOfType: Readonly<Record<string, Sentiment>> = {
  complaint: 'negative',
  criticism: 'negative',
  news: 'neutral',
  officialInfo: 'neutral',
  question: 'neutral',
  support: 'positive',
};
/**
 * Posts that we invented, of the kind a desk reads: the large free sets hold reviews and tweets, in which a power cut is no matter
 * of praise or blame. Only the halves that no figure stands on.
 */
export function ownSentimentRows(): LabelledText[] {
  const typed = readTypedPosts(ownSet('post-types.train.tsv')).flatMap(({ label, text }) => {
    const sentiment = sentimentOfType[label];
    return sentiment ? [{ text, label: sentiment }] : [];
  });
  // Once each: three times over, reviews lose what public services gain.
  return [...typed, ...sentiments(readLabelled(ownSet('service-posts.train.tsv')))];
}
