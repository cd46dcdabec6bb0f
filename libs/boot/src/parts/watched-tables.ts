import type { StreamPort, TableReading } from '@kentongan/messaging';

export interface WatchedTables {
  /** The port to be handed to services. */
  readonly port: StreamPort;
  /** Names of the streams whose table is still being read for the first time, or is no longer followed. */
  behind(): readonly string[];
}

/**
 * Watches which tables are read through a port: until each has caught up once, a service does not know all facts or
 * regions, and answers and judgements of it would be wrong.
 */
export function watchTables(port: StreamPort): WatchedTables {
  const behind = new Set<{ readonly stream: string }>();
  const watched: StreamPort = {
    apply: (streams) => port.apply(streams),
    publish: (stream, records) => port.publish(stream, records),
    subscribe: (options) => port.subscribe(options),
    read: (stream, partition, offset, recordsMax) => port.read(stream, partition, offset, recordsMax),
    numbering: (stream) => port.numbering(stream),
    drift: (streams) => port.drift(streams),
    states: (streams) => port.states(streams),
    close: () => port.close(),
    table: async (options) => {
      const mark = { stream: options.stream.name };
      behind.add(mark);
      const reading = await port.table({
        ...options,
        onFailure: (error) => {
          behind.add(mark);
          options.onFailure(error);
        },
      });
      // A reading that was stopped or has failed rejects: the one is no matter any more, the other is told above.
      reading.caughtUp().then(
        () => behind.delete(mark),
        () => {},
      );
      return stoppable(reading, () => behind.delete(mark));
    },
  };
  return { port: watched, behind: () => [...new Set([...behind].map(({ stream }) => stream))].sort() };
}

function stoppable(reading: TableReading, onStop: () => void): TableReading {
  return {
    caughtUp: () => reading.caughtUp(),
    stop: () => {
      onStop();
      return reading.stop();
    },
  };
}
