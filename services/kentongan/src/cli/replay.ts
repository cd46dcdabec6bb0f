import { CommandError } from './desk/command-error.js';
import { parseReplayArguments } from './replay/arguments.js';
import { createProgress } from './replay/progress.js';
import { runReplay } from './replay/run-replay.js';

// npm runs commands in the project's folder; the user stands in INIT_CWD.
const userFolder = process.env['INIT_CWD'] ?? process.cwd();

try {
  const options = parseReplayArguments(process.argv, process.env, userFolder);
  const summary = await runReplay(options, createProgress(process.stderr));
  process.stdout.write(`${JSON.stringify(summary)}\n`);
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
