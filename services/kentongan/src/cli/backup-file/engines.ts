import { allStreams } from '@kentongan/contracts';
import type { StreamPort } from '@kentongan/messaging';
import type { Configuration } from '@kentongan/platform';
import type { LineSource } from '../backup/copy-out.js';
import { CommandError } from '../desk/command-error.js';
import type { LineSink } from '../restore/fill-tables.js';
import {
  erasedLines,
  erasedLinesName,
  type MovableArchive,
  postLines,
  postLinesName,
  takeErased,
  takePosts,
} from './archive-lines.js';
import { publishLines, streamLines, streamLinesName, withDead } from './stream-lines.js';

/** What of a desk does not lie in its database; null where it does. */
export interface EnginesElsewhere {
  readonly streams: StreamPort | null;
  readonly archive: MovableArchive | null;
}

/**
 * Opens the engines that the configuration names beside the database.
 * @throws CommandError for one that these commands do not reach: a backup without it would look whole and not be it
 */
export function openEngines({
  kafkaBrokers,
  elasticsearchUrl,
}: Pick<Configuration, 'kafkaBrokers' | 'elasticsearchUrl'>): EnginesElsewhere {
  const elsewhere = [
    ...(kafkaBrokers ? ['KAFKA_BROKERS'] : []),
    ...(elasticsearchUrl ? ['ELASTICSEARCH_URL'] : []),
  ];
  if (elsewhere.length > 0)
    throw new CommandError(
      `${elsewhere.join(' and ')} is set, and this command reaches only what lies in PostgreSQL. Nothing was done.`,
    );
  return { streams: null, archive: null };
}

/** Read after the tables' snapshot, so that nothing falls between: a message not sent yet still stands in an outbox. */
export function lineSources({ streams, archive }: EnginesElsewhere): LineSource[] {
  return [
    ...(streams
      ? withDead(allStreams).map((stream) => ({
          name: streamLinesName(stream),
          lines: () => streamLines(streams, stream, new Date()),
        }))
      : []),
    ...(archive
      ? [
          { name: erasedLinesName, lines: () => erasedLines(archive) },
          { name: postLinesName, lines: () => postLines(archive) },
        ]
      : []),
  ];
}

export function lineSinks({ streams, archive }: EnginesElsewhere): Map<string, LineSink> {
  const sinks = new Map<string, LineSink>();
  if (streams)
    for (const stream of withDead(allStreams))
      sinks.set(streamLinesName(stream), (lines) => publishLines(streams, stream, lines));
  if (archive) {
    sinks.set(erasedLinesName, (lines) => takeErased(archive, lines));
    sinks.set(postLinesName, (lines) => takePosts(archive, lines));
  }
  return sinks;
}
