import 'reflect-metadata';
import { readConfiguration } from '@kentongan/platform';
import { explainStartFailure, isExplained } from './boot/start-failure.js';
import { startKentongan } from './boot/start-kentongan.js';

try {
  const running = await startKentongan(
    readConfiguration(process.env, process.env['INIT_CWD'] ?? process.cwd()),
  );
  let isStopping = false;
  const stop = (): void => {
    // Ctrl+C reaches npm, its script and this process: a second signal must not kill it before PostgreSQL is stopped.
    if (isStopping) return;
    isStopping = true;
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
