import { issuesChanged } from '@kentongan/contracts';
import { type Batch, decodeBatch, done, drop, type Outcome } from '@kentongan/messaging';
import { Subscribe } from '@kentongan/messaging/nest';
import { CLOCK, type Clock } from '@kentongan/platform';
import { Controller, Inject } from '@nestjs/common';
import { AlertStore } from './alerts/alert.store.js';
import { RegionTable } from './region-table.js';

/** issues.changed → inbox items, deliveries, alerts.delivered */
@Controller()
export class NotifierHandlers {
  constructor(
    @Inject(AlertStore) private readonly alerts: AlertStore,
    @Inject(RegionTable) private readonly regions: RegionTable,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Subscribe(issuesChanged, { group: 'notifier', batchMessagesMax: 500 })
  onIssuesChanged(batch: Batch): Promise<readonly Outcome[]> {
    return decodeBatch(issuesChanged, batch, async (messages) => {
      await this.regions.caughtUp();
      const events = messages.map(({ event }) => event);
      const fresh = await this.alerts.take(events, this.clock.now());
      return events.map(({ id }) => (fresh.has(id) ? done : drop('duplicate')));
    });
  }
}
