import type { PostArchive } from '@kentongan/archive';
import type { feedbackGiven, StreamEvent } from '@kentongan/contracts';
import { done, drop, type Outcome, retry } from '@kentongan/messaging';

type Feedback = StreamEvent<typeof feedbackGiven>;

/** How long the partition rests when the store cannot be reached. */
const outageMilliseconds = 1_000;

/**
 * Brings what people corrected of posts into the archive, in the order in which they said it: told again from anywhere
 * it ends the same. One outcome per event; behind one that has to wait, the later ones wait as well.
 */
export async function correctPosts(
  archive: PostArchive,
  events: readonly Feedback[],
  onOutage: (error: unknown) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const event of events) {
    const isWaiting = outcomes.at(-1)?.kind === 'retry';
    outcomes.push(isWaiting ? retry('outage', outageMilliseconds) : await correctPost(event));
  }
  return outcomes;

  async function correctPost(event: Feedback): Promise<Outcome> {
    if (event.type === 'feedback.given') return drop('notForUs');
    const { postId, firstCreatedAt, label, isUndone, at } = event.data;
    if (postId === null || firstCreatedAt === null || label.part === 'agency') return drop('notForUs');
    try {
      await archive.correct(event.regionId, { postId, firstCreatedAt, label: { ...label, at }, isUndone });
      return done;
    } catch (error) {
      onOutage(error);
      return retry('outage', outageMilliseconds);
    }
  }
}
