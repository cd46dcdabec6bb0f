import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { CommandError } from '../desk/command-error.js';
import { defaultDeskUrl, parseDeskUrl, readDeskToken } from '../desk/desk-options.js';

/** What to replay, where to, and how fast. */
export interface ReplayOptions {
  /** Absolute paths of files that exist. */
  readonly files: readonly string[];
  readonly region: string;
  readonly source: string;
  /** undefined = as the region is, and historical when there is none. */
  readonly mode: 'live' | 'historical' | undefined;
  /** Seconds of event time per second of wall time; null = as fast as the desk takes them. */
  readonly speed: number | null;
  readonly isShiftedToNow: boolean;
  /** Fields of the file that make up `location`. */
  readonly locationFields: readonly string[];
  readonly url: URL;
  readonly token: string;
}

interface Flags {
  readonly region?: string;
  readonly source: string;
  readonly speed: number | 'max';
  readonly shiftToNow: boolean;
  readonly url: string;
  readonly token?: string;
  readonly locationFrom: readonly string[];
  readonly mode?: 'live' | 'historical';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the command line; ends the process for `--help` and for flags it does not know. */
export function parseReplayArguments(
  argv: readonly string[],
  environment: Environment,
  userFolder: string,
): ReplayOptions {
  const command = replayCommand(environment).parse([...argv]);
  const flags = command.opts<Flags>();
  const files = command.args.map((file) => existingFile(resolve(userFolder, file), file));
  const defaultRegion = flags.shiftToNow ? 'default' : 'history';
  const defaultMode = flags.shiftToNow ? 'live' : 'historical';
  return {
    files,
    region: flags.region ?? defaultRegion,
    source: flags.source,
    mode: flags.mode ?? (flags.region === undefined ? defaultMode : undefined),
    speed: flags.speed === 'max' ? null : flags.speed,
    isShiftedToNow: flags.shiftToNow,
    locationFields: flags.locationFrom,
    url: parseDeskUrl(flags.url),
    token: flags.token ?? readDeskToken(environment, userFolder),
  };
}

function replayCommand(environment: Environment): Command {
  return new Command('replay')
    .description('Feeds files of posts (NDJSON, plain or .gz) to a running desk through its ingest API.')
    .usage('-- FILE... [options]')
    .argument('<file...>', 'one JSON object a line: id, ts, text; optional author, likes, location, …')
    .option('--region <id>', 'where the posts go (default: "history"; with --shift-to-now "default")')
    .option('--source <id>', 'source they are counted under', 'replay')
    .addOption(
      new Option('--speed <max|N>', 'max, or N seconds of the recording in one second')
        .argParser(parseSpeed)
        .default('max'),
    )
    .option('--shift-to-now', 'move all times so that the last post is now', false)
    .option('--url <url>', 'the desk', defaultDeskUrl(environment))
    .option(
      '--token <token>',
      'access token (default: KENTONGAN_TOKEN, or the file ingest-token of the data folder)',
    )
    .addOption(
      new Option(
        '--location-from <fields>',
        'fields of the file to join into location, as in village,district',
      )
        .argParser((value: string) =>
          value
            .split(',')
            .map((field) => field.trim())
            .filter(Boolean),
        )
        .default([], 'none'),
    )
    .addOption(
      new Option(
        '--mode <mode>',
        'historical makes a region that is not there; a live region stays live',
      ).choices(['live', 'historical']),
    )
    .addHelpText(
      'after',
      '\nEnds with one JSON line: read, accepted, updated, unchanged, rejected (with reasons), seconds.' +
        '\nRunning it again changes nothing: posts are known by their id.',
    );
}

/** `max` stays a word: commander takes null from a parser for "nothing given" and makes it an empty text. */
function parseSpeed(value: string): number | 'max' {
  if (value === 'max') return 'max';
  const speed = Number(value);
  if (speed > 0 && Number.isFinite(speed)) return speed;
  throw new InvalidArgumentError('Give max or a number above 0, for example 60: one minute in a second.');
}

function existingFile(path: string, given: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new CommandError(`${given} is not there (looked for ${path}).`);
  if (!found.isFile()) throw new CommandError(`${given} is not a file: name the NDJSON files themselves.`);
  return path;
}
