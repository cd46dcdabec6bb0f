import { postsAnalyzed, postsCollected } from '@kentongan/contracts';
import {
  type Batch,
  dead,
  done,
  type Outcome,
  type OutgoingRecord,
  type StreamPort,
} from '@kentongan/messaging';
import { STREAM_PORT, Subscribe } from '@kentongan/messaging/nest';
import { Controller, Inject } from '@nestjs/common';
import { AnalyzerService } from './analyzer.service.js';

/** posts.collected → posts.analyzed */
@Controller()
export class AnalyzerHandlers {
  constructor(
    @Inject(AnalyzerService) private readonly analyzer: AnalyzerService,
    @Inject(STREAM_PORT) private readonly port: StreamPort,
  ) {}

  @Subscribe(postsCollected, { group: 'analyzer', batchMessagesMax: 300 })
  async onPostsCollected(batch: Batch): Promise<readonly Outcome[]> {
    // A null value cannot come from the collector: as empty bytes it fails to decode, and goes to the dead stream.
    const { values, regionIds, failures } = await this.analyzer.analyze(
      batch.records.map((record) => record.value ?? new Uint8Array()),
    );
    const analyzed = values.flatMap((value, index): OutgoingRecord[] =>
      value ? [{ key: regionIds[index] ?? '', value }] : [],
    );
    if (analyzed.length > 0) await this.port.publish(postsAnalyzed, analyzed);
    const outcomes = batch.records.map((): Outcome => done);
    for (const { index, reason, detail } of failures) outcomes[index] = dead(reason, detail);
    return outcomes;
  }
}
