import type { PostArchive } from '@kentongan/archive';
import { feedbackGiven, postsAnalyzed } from '@kentongan/contracts';
import { type Batch, decodeBatch, type Outcome } from '@kentongan/messaging';
import { Subscribe } from '@kentongan/messaging/nest';
import { Controller, Inject, Logger } from '@nestjs/common';
import { archiveEvents } from './archive-events.js';
import { POST_ARCHIVE } from './archiver.options.js';
import { correctPosts } from './correct-posts.js';

/** posts.analyzed and what people correct of posts → archive */
@Controller()
export class ArchiverHandlers {
  private readonly log = new Logger('Archiver');

  constructor(@Inject(POST_ARCHIVE) private readonly archive: PostArchive) {}

  @Subscribe(postsAnalyzed, { group: 'archiver', batchMessagesMax: 500 })
  onPostsAnalyzed(batch: Batch): Promise<readonly Outcome[]> {
    return decodeBatch(postsAnalyzed, batch, (messages) =>
      archiveEvents(
        this.archive,
        messages.map(({ event }) => event),
        (error) => this.log.warn(`Posts wait, the archive cannot be written: ${(error as Error).message}`),
      ),
    );
  }

  @Subscribe(feedbackGiven, { group: 'archiver', batchMessagesMax: 100 })
  onFeedbackGiven(batch: Batch): Promise<readonly Outcome[]> {
    return decodeBatch(feedbackGiven, batch, (messages) =>
      correctPosts(
        this.archive,
        messages.map(({ event }) => event),
        (error) =>
          this.log.warn(`Corrections wait, the archive cannot be written: ${(error as Error).message}`),
      ),
    );
  }
}
