import 'reflect-metadata';
import { explainStartFailure, isExplained } from '@kentongan/boot';
import { parseDemoArguments } from '../demo/program/arguments.js';
import { runDemo } from '../demo/program/run-demo.js';
import { CommandError } from './desk/command-error.js';

const options = parseDemoArguments(process.argv);
let isStopped = false;
const stopped = new Promise<void>((resolve) => {
  // Ctrl+C reaches npm, its script and this process: a second signal must not kill it before PostgreSQL is stopped.
  const stop = () => {
    isStopped = true;
    resolve();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
});

try {
  const output = options.isJson ? process.stderr : process.stdout;
  const summary = await runDemo(options, { output, stopped, isStopped: () => isStopped });
  if (options.isJson) process.stdout.write(`${JSON.stringify(summary)}\n`);
  process.exit(0);
} catch (error) {
  if (error instanceof CommandError) console.error(error.message);
  else console.error(isExplained(error) ? explainStartFailure(error) : error);
  process.exit(1);
}
