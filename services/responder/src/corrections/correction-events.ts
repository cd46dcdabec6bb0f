import { createHash } from 'node:crypto';
import {
  correctionsRecorded,
  type EventOf,
  encodeEvent,
  feedbackGiven,
  type LabelCorrected,
  type Lesson,
} from '@kentongan/contracts';
import type { OutboxRow } from '@kentongan/database';

type Corrected = EventOf<typeof LabelCorrected>['data'];

/** One step on one correction: what tells its messages from those of the other steps. */
export interface Step {
  readonly regionId: string;
  readonly key: string;
  readonly version: number;
}

/** Ids may have 200 characters; those of posts alone can have more. */
const idOf = (type: string, { regionId, key, version }: Step): string =>
  `${type}|${createHash('sha256').update(`${regionId}|${key}`).digest('hex').slice(0, 32)}|${version}`;

export function correctedRow(step: Step, data: Corrected): OutboxRow {
  return {
    stream: feedbackGiven.name,
    key: step.regionId,
    value: encodeEvent({
      id: idOf('label.corrected', step),
      type: 'label.corrected',
      v: 1,
      occurredAt: data.at,
      regionId: step.regionId,
      correlationId: (data.postId ?? data.issueId ?? '').slice(0, 200),
      causationId: null,
      data,
    }),
  };
}

/** @param lesson null: nothing is to be learned of it any more */
export function recordedRow(step: Step, lesson: Lesson | null): OutboxRow {
  const value =
    lesson &&
    encodeEvent({
      id: idOf('correction.recorded', step),
      type: 'correction.recorded',
      v: 1,
      occurredAt: lesson.at,
      regionId: step.regionId,
      correlationId: lesson.postId.slice(0, 200),
      causationId: null,
      data: lesson,
    });
  return { stream: correctionsRecorded.name, key: `${step.regionId}|${step.key}`, value };
}
