import { issuesSignalled } from '@kentongan/contracts';
import { type Batch, dead, decodeBatch, type Outcome, retry } from '@kentongan/messaging';
import { Subscribe } from '@kentongan/messaging/nest';
import { Controller, Inject, Logger } from '@nestjs/common';
import { SignalIntake } from './signal-intake.js';

const outageMilliseconds = 1_000;
/** What PostgreSQL says of values that it can never store: data exceptions and broken constraints. */
const unstorable = /^2[23]/;

/** issues.signalled → issues */
@Controller()
export class IssueHandlers {
  private readonly log = new Logger('Responder');

  constructor(@Inject(SignalIntake) private readonly intake: SignalIntake) {}

  @Subscribe(issuesSignalled, { group: 'responder', batchMessagesMax: 50 })
  onIssuesSignalled(batch: Batch): Promise<readonly Outcome[]> {
    return decodeBatch(issuesSignalled, batch, async (messages) => {
      const outcomes: Outcome[] = [];
      for (const { event } of messages) {
        // Behind a statement that has to wait, later ones of the same event wait as well.
        const isWaiting = outcomes.at(-1)?.kind === 'retry';
        outcomes.push(isWaiting ? retry('outage', outageMilliseconds) : await this.take(event));
      }
      return outcomes;
    });
  }

  private async take(event: Parameters<SignalIntake['take']>[0]): Promise<Outcome> {
    try {
      return await this.intake.take(event);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      const code = (error as { code?: unknown }).code;
      if (typeof code === 'string' && unstorable.test(code)) return dead('poison', detail);
      this.log.warn(`Signals wait, the database cannot be written: ${detail}`);
      return retry('outage', outageMilliseconds);
    }
  }
}
