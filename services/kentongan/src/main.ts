import 'reflect-metadata';
import { readConfiguration } from '@kentongan/platform';
import { explainStartFailure, isExplained } from './boot/start-failure.js';
import { startKentongan } from './boot/start-kentongan.js';

try {
  const running = await startKentongan(
    readConfiguration(process.env, process.env['INIT_CWD'] ?? process.cwd()),
  );
  const stop = (): void => {
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(isExplained(error) ? explainStartFailure(error) : error);
  process.exit(1);
}
