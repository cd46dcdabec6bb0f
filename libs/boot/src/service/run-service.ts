import 'reflect-metadata';
import { readConfiguration } from '@kentongan/platform';
import { explainStartFailure, isExplained } from '../application/start-failure.js';
import { keepHeapCompact } from './compact-heap.js';
import type { Service } from './service.js';
import { startService } from './start-service.js';

/** Whoever runs the process kills it after ten seconds: what cannot end by itself until then says so and goes. */
const stopMillisecondsMax = 9_500;

/**
 * The whole of a service's `main`: reads the environment, starts the service, and ends it on SIGTERM or SIGINT. Exit code 0
 * after a stop in order, 1 for a start that failed (in words) or work that did not end in time (it comes again).
 */
export async function runService(service: Service): Promise<void> {
  keepHeapCompact();
  await runProcess(() =>
    startService(service, readConfiguration(process.env, process.env['INIT_CWD'] ?? process.cwd())),
  );
}

/** @param start resolves when the program does its work */
export async function runProcess(
  start: () => Promise<{ stop(): Promise<void> }>,
  stopMilliseconds: number | null = stopMillisecondsMax,
): Promise<void> {
  try {
    const running = await start();
    let isStopping = false;
    const stop = (): void => {
      // Ctrl+C reaches npm, its script and this process: a second signal must not kill it before everything is closed.
      if (isStopping) return;
      isStopping = true;
      if (stopMilliseconds !== null) giveUpAfter(stopMilliseconds);
      running.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  } catch (error) {
    console.error(isExplained(error) ? explainStartFailure(error) : error);
    process.exit(1);
  }
}

function giveUpAfter(milliseconds: number): void {
  setTimeout(() => {
    console.error(
      `Work in hand did not end within ${milliseconds / 1_000} s and is left: it was not committed and comes again.`,
    );
    process.exit(1);
  }, milliseconds).unref();
}
