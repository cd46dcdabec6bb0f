import { explainStartFailure, isExplained } from '@kentongan/boot';
import { allStreams } from '@kentongan/contracts';
import { readConfiguration } from '@kentongan/platform';
import { Command } from 'commander';
import { CommandError } from '../desk/command-error.js';
import { applyStreams, describeStreams } from './apply-streams.js';
import { openStreamPort } from './open-stream-port.js';

/** `streams apply`: works on the servers themselves, so it takes the environment of `npm start`, not a desk. */
export function streamsCommand(userFolder: string): Command {
  return new Command('streams').description('The streams between the services.').addCommand(
    new Command('apply')
      .description(
        'Creates what is missing of the streams and mends their retention and compaction, on Kafka (KAFKA_BROKERS) or in PostgreSQL. Ends with 1 when a difference is left.',
      )
      .option('--check', 'change nothing, only say what differs', false)
      .action(({ check }: { check: boolean }) => apply(userFolder, check)),
  );
}

async function apply(userFolder: string, isCheck: boolean): Promise<void> {
  try {
    const { port, close } = await openStreamPort(readConfiguration(process.env, userFolder));
    try {
      const applied = await applyStreams(port, allStreams, isCheck);
      for (const line of describeStreams(applied, isCheck)) process.stdout.write(`${line}\n`);
      if (applied.left.length > 0) process.exitCode = 1;
    } finally {
      await close();
    }
  } catch (error) {
    if (isExplained(error)) throw new CommandError(explainStartFailure(error));
    throw new CommandError(`The streams cannot be reached: ${(error as Error).message}`);
  }
}
