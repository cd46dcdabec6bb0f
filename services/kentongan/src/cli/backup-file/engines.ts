import { allStreams } from '@kentongan/contracts';
import type { StreamObserver, StreamPort } from '@kentongan/messaging';
import { createKafkaStreams } from '@kentongan/messaging/kafka';
import type { Configuration } from '@kentongan/platform';
import { openElasticsearch } from '../archive/open-archives.js';
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
 * @throws CommandError for one that does not answer: a backup without it would look whole and not be it
 */
export async function openEngines(
  configuration: Configuration,
): Promise<EnginesElsewhere & { close(): Promise<void> }> {
  const streams = configuration.kafkaBrokers ? await openKafka(configuration.kafkaBrokers) : null;
  try {
    const archive = configuration.elasticsearchUrl ? await openElasticsearch(configuration) : null;
    return {
      streams,
      archive: archive?.archive ?? null,
      close: async () => {
        await streams?.close();
        await archive?.close();
      },
    };
  } catch (error) {
    await streams?.close();
    throw error;
  }
}

/** Whatever fails here is told by the call that fails. */
const silent: StreamObserver = {
  onOutcome: () => {},
  onLag: () => {},
  onBatchSeconds: () => {},
  onFailure: () => {},
};

async function openKafka(brokers: readonly string[]): Promise<StreamPort> {
  const streams = createKafkaStreams({ brokers, clientId: 'kentongan-backup', observer: silent });
  try {
    await streams.ping();
  } catch (error) {
    await streams.close();
    throw new CommandError(`Kafka cannot be reached: ${(error as Error).message}`);
  }
  return streams;
}

/** Read after the tables' snapshot, so that nothing falls between: a message not sent yet still stands in an outbox. */
export function lineSources({ streams, archive }: EnginesElsewhere): LineSource[] {
  return [
    ...(streams
      ? withDead(allStreams).map((stream) => ({
          name: streamLinesName(stream),
          lines: () => streamLines(streams, stream),
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
