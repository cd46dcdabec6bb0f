import { allStreams } from '@kentongan/contracts';
import type { StreamPort } from '@kentongan/messaging';
import { publishLines, streamLines, withDead } from '../backup-file/stream-lines.js';

const movedLinesMax = 500;

/**
 * Publishes what one port keeps of all streams, dead letters included, on another: from the log in PostgreSQL to Kafka.
 * Repeating it is safe. @returns messages moved
 */
export async function moveStreams(
  from: Pick<StreamPort, 'read' | 'numbering'>,
  to: Pick<StreamPort, 'publish'>,
): Promise<number> {
  let moved = 0;
  for (const stream of withDead(allStreams)) {
    let waiting: string[] = [];
    const publish = async (): Promise<void> => {
      await publishLines(to, stream, waiting);
      moved += waiting.length;
      waiting = [];
    };
    for await (const line of streamLines(from, stream))
      if (waiting.push(line) >= movedLinesMax) await publish();
    await publish();
  }
  return moved;
}
