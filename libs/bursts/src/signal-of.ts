import type { SignalCopies, SignalHour, SignalKeyKind, SignalLevel } from '@kentongan/contracts';
import type { Measure } from './alarm-rules.js';
import { compositionOf } from './composition.js';
import { eventKeysMax, type RunningEvent } from './events.js';
import type { DetectorSignal, ObservedPost } from './observed-post.js';
import { asTippingPost, type PostReference } from './post-reference.js';

const levels: readonly SignalLevel[] = ['medium', 'high', 'critical'];

/** How loud: medium as soon as it is an alarm, more by distinct voices and by times the norm. */
export function levelOf(measure: Measure, isCertainHoax: boolean): SignalLevel {
  const ratio = measure.norm === null ? measure.count : measure.count / Math.max(measure.norm, 1);
  if (measure.distinctAuthors >= 100 && ratio >= 10) return 'critical';
  if (isCertainHoax || (measure.distinctAuthors >= 25 && ratio >= 5)) return 'high';
  return 'medium';
}

export const louder = (a: SignalLevel, b: SignalLevel): SignalLevel =>
  levels.indexOf(a) >= levels.indexOf(b) ? a : b;

/** What a statement says besides the numbers of the event's window. */
export interface Circumstances {
  readonly samples: readonly PostReference[];
  readonly learning: { readonly normLearning: boolean; readonly normDays: number };
  readonly hours: readonly SignalHour[];
  readonly copies: SignalCopies | undefined;
}

/** The statement about an event as it goes out: the numbers of its main key now, the posts that opened it. */
export function signalOf(
  event: RunningEvent,
  measure: Measure,
  post: ObservedPost,
  { samples, learning, hours, copies }: Circumstances,
): DetectorSignal {
  const [mainKey, ...alsoKeys] = event.keys.map(keyOf);
  return {
    signalId: event.signalId,
    version: event.version,
    mode: post.mode,
    key: mainKey!,
    alsoKeys: alsoKeys.slice(0, eventKeysMax - 1),
    level: event.level,
    windowStart: new Date(measure.startMilliseconds).toISOString(),
    windowEnd: new Date(measure.endMilliseconds).toISOString(),
    windowMinutes: measure.windowMinutes,
    count: measure.count,
    norm: measure.norm,
    surprise: measure.surprise,
    distinctAuthors: measure.distinctAuthors,
    ...learning,
    firstPost: asTippingPost(event.first),
    tippingPost: asTippingPost(event.tipping),
    samplePosts: samples.map(asTippingPost),
    timeToAlertEventSeconds: (event.tipping.createdAtMilliseconds - event.first.createdAtMilliseconds) / 1000,
    tippingArrivedAtMilliseconds: event.tippingArrivedAtMilliseconds,
    ...(event.composition && { composition: compositionOf(event.composition) }),
    hours: [...hours],
    ...(copies && { copies }),
  };
}

function keyOf(id: string): { kind: SignalKeyKind; value: string } {
  const at = id.indexOf('|');
  return { kind: id.slice(0, at) as SignalKeyKind, value: id.slice(at + 1) };
}
