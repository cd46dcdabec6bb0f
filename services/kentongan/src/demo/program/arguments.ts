import { Command, InvalidArgumentError, Option } from 'commander';

/** How the demo runs. */
export interface DemoOptions {
  /** Quiet days before the simulated one. */
  readonly days: number;
  readonly seed: number;
  /** undefined = PORT or 3000, and any free port when that one is taken. */
  readonly port: number | undefined;
  readonly isServing: boolean;
  readonly isJson: boolean;
  readonly language: 'id' | 'en';
}

const daysMax = 60;

/** Reads the command line; ends the process for `--help` and for flags it does not know. */
export function parseDemoArguments(argv: readonly string[]): DemoOptions {
  const flags = demoCommand()
    .parse([...argv])
    .opts<{
      days: number;
      seed: number;
      port?: number;
      serve: boolean;
      json: boolean;
      language: 'id' | 'en';
    }>();
  return {
    days: flags.days,
    seed: flags.seed,
    port: flags.port,
    isServing: flags.serve,
    isJson: flags.json,
    language: flags.language,
  };
}

function demoCommand(): Command {
  return new Command('demo')
    .description(
      'Starts a whole desk on an empty temporary data folder and sends it three quiet weeks and one eventful day of an invented city.',
    )
    .usage('-- [options]')
    .option('--days <n>', 'quiet days before the simulated one', wholeNumber(1, daysMax), 21)
    .option('--seed <n>', 'another number is another day', wholeNumber(0, 2 ** 31), 1)
    .option(
      '--port <n>',
      'where the desk answers (default: PORT or 3000, else any free port)',
      wholeNumber(0, 65_535),
    )
    .option('--no-serve', 'end when the day is told')
    .option(
      '--json',
      'end with one JSON line on standard output; everything else goes to standard error',
      false,
    )
    .addOption(new Option('--language <id|en>', 'language of the output').choices(['id', 'en']).default('id'))
    .addHelpText(
      'after',
      '\nEverything is invented: people, papers, offices, events. Nothing is kept: Ctrl+C stops the desk and removes its folder.',
    );
}

function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most && value.trim() !== '') return number;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}
