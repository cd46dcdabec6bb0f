import { serviceFeaturesAt } from './polarity-features.js';

/**
 * In standard deviations of the margins. The training rows that hold such words are few and can be told by their other words, so
 * the weights that they teach are a tenth of what held-out posts ask for. Chosen on the rows for training of our own posts about
 * services, by models that had not learned those, and on other posts of ours; twice as large they cost reviews.
 */
const failureWeight = 0.3;
const lastingWeight = 0.15;
const announcementWeight = 0.15;

/**
 * Adds what a failing service says against a post, unless something in it is praised, and what its announcements say for neutral.
 * @param margins negative, neutral, positive; changed in place
 * @param polarity features of the post
 */
export function addServiceLeaning(margins: [number, number, number], polarity: readonly number[]): void {
  const [stopped = 0, denied = 0, lasting = 0, announced = 0] = polarity.slice(serviceFeaturesAt);
  const failing = stopped + denied;
  const isPraising = (polarity[0] ?? 0) > 0;
  if (failing > 0 && !isPraising) margins[0] += failureWeight * failing + lastingWeight * lasting;
  margins[1] += announcementWeight * announced;
}
