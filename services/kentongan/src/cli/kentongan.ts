import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Command, Option } from 'commander';
import { createMoveProgress } from './archive/move-progress.js';
import { adapterNames, configurationOf } from './archive/open-archives.js';
import { type ReindexFlags, reindex } from './archive/reindex.js';
import { CommandError } from './desk/command-error.js';
import { askDesk, type DeskAddress } from './desk/desk-api.js';
import { defaultDeskUrl, parseDeskUrl, readDeskToken } from './desk/desk-options.js';
import { addInitOptions, type InitFlags, init } from './init/init-command.js';
import { streamsCommand } from './streams/streams-command.js';
import { followSignals } from './tail/follow-signals.js';
import { formatSignal } from './tail/format-signal.js';
import { keyLabels } from './tail/key-labels.js';
import { type Language, texts } from './tail/texts.js';

// npm runs commands in the project's folder; the user stands in INIT_CWD.
const userFolder = process.env['INIT_CWD'] ?? process.cwd();

interface DeskFlags {
  readonly url: string;
  readonly token?: string;
}

interface TailFlags extends DeskFlags {
  readonly region?: string;
  readonly language: Language;
  readonly zone: string;
  readonly new: boolean;
  readonly once: boolean;
  readonly json: boolean;
}

interface ImportFlags extends DeskFlags {
  readonly source?: string;
  readonly format?: string;
}

function deskOf(flags: DeskFlags): DeskAddress {
  return { url: parseDeskUrl(flags.url), token: flags.token ?? readDeskToken(process.env, userFolder) };
}

function deskCommand(name: string): Command {
  return new Command(name)
    .option('--url <url>', 'the desk', defaultDeskUrl(process.env))
    .option(
      '--token <token>',
      'access token (default: KENTONGAN_TOKEN, or the file ingest-token of the data folder)',
    );
}

async function tail(flags: TailFlags): Promise<void> {
  const options = { language: flags.language, timeZone: flags.zone, labelOf: keyLabels(flags.language) };
  if (!flags.once) process.stderr.write(`${texts[flags.language].waiting}\n`);
  const follow = { region: flags.region, isOnlyNew: flags.new, isOnce: flags.once };
  for await (const listed of followSignals(deskOf(flags), follow))
    process.stdout.write(flags.json ? `${JSON.stringify(listed)}\n` : `${formatSignal(listed, options)}\n\n`);
}

async function importFacts(file: string, flags: ImportFlags): Promise<void> {
  const path = resolve(userFolder, file);
  const format = flags.format ?? extname(file.replace(/\.gz$/, '')).slice(1);
  const query = new URLSearchParams({ format, ...(flags.source && { source: flags.source }) });
  const answer = await askDesk<object>(deskOf(flags), 'POST', `/api/facts/import?${query}`, readFile(path));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

function readFile(path: string): Uint8Array {
  try {
    const bytes = readFileSync(path);
    return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  } catch (error) {
    throw new CommandError(`${path} cannot be read: ${(error as Error).message}`);
  }
}

async function redrive(stream: string, flags: DeskFlags): Promise<void> {
  const answer = await askDesk<object>(
    deskOf(flags),
    'POST',
    `/api/system/redrive?stream=${encodeURIComponent(stream)}`,
  );
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

const program = new Command('kentongan')
  .description('The operator’s verbs, for a desk that is running.')
  .usage('-- VERB [options]');

program.addCommand(
  addInitOptions(deskCommand('init')).action((flags: DeskFlags & InitFlags) =>
    init(flags, deskOf(flags), userFolder),
  ),
);

program.addCommand(
  deskCommand('tail')
    .description(
      'Prints alarms as they come: count, norm, odds, authors, first and tipping post, time to alert.',
    )
    .option('--region <id>', 'one region only')
    .addOption(new Option('--language <id|en>', 'language of the output').choices(['id', 'en']).default('id'))
    .option('--zone <IANA>', 'time zone of the output', 'Asia/Jakarta')
    .option('--new', 'leave out what was raised before', false)
    .option('--once', 'end when everything there is has been printed', false)
    .option('--json', 'one JSON object a line', false)
    .action(tail),
);

program.addCommand(
  new Command('facts')
    .description('The hoax memory.')
    .addCommand(
      deskCommand('import')
        .description(
          'Imports fact-checks from TSV, JSON or NDJSON (plain or .gz) with id and title. Repeating it changes nothing.',
        )
        .argument('<file>')
        .option('--source <name>', 'publisher; prefixes the ids so that two publishers never share one')
        .option('--format <tsv|json|ndjson>', 'default: from the file name')
        .action(importFacts),
    ),
);

program.addCommand(
  deskCommand('redrive')
    .description(
      'Sends the dead letters of a stream back to where they came from. Running it twice has one effect.',
    )
    .argument('<stream>', 'for instance posts.collected')
    .action(redrive),
);

program.addCommand(streamsCommand(userFolder));

const adapterOption = (flag: string, description: string): Option =>
  new Option(`${flag} <adapter>`, description).choices(adapterNames).makeOptionMandatory();

program.addCommand(
  new Command('archive').description('The archive of posts; needs no running desk.').addCommand(
    new Command('reindex')
      .description(
        'Moves the archive between PostgreSQL and Elasticsearch, or (from and to elasticsearch) to the newest template. Goes on where it broke off; compares counts and samples at the end.',
      )
      .addOption(adapterOption('--from', 'where the posts are'))
      .addOption(adapterOption('--to', 'where they go'))
      .option('--restart', 'begin anew although an earlier run broke off', false)
      .action(async (flags: ReindexFlags) => {
        const configuration = configurationOf(process.env, userFolder);
        const result = await reindex(flags, configuration, createMoveProgress(process.stderr));
        process.stdout.write(`${JSON.stringify(result)}\n`);
      }),
  ),
);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
