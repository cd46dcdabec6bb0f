import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { explainStartFailure, isExplained } from '@kentongan/boot';
import { Command, Option } from 'commander';
import { createMoveProgress } from './archive/move-progress.js';
import { adapterNames, configurationOf } from './archive/open-archives.js';
import { type ReindexFlags, reindex } from './archive/reindex.js';
import { backup } from './backup/backup-command.js';
import { CommandError } from './desk/command-error.js';
import { askDesk, type DeskAddress } from './desk/desk-api.js';
import { defaultDeskUrl, parseDeskUrl, readDeskToken } from './desk/desk-options.js';
import { tellProgress } from './desk/tell-progress.js';
import { addInitOptions, type InitFlags, init } from './init/init-command.js';
import { type RestoreFlags, restore } from './restore/restore-command.js';
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
  readonly licence?: string;
  readonly region?: string;
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
  const importId = randomUUID();
  const query = new URLSearchParams({
    importId,
    fileName: basename(file).slice(0, 200),
    ...(flags.source && { source: flags.source }),
    ...(flags.licence && { licence: flags.licence }),
    ...(flags.region && { region: flags.region }),
  });
  const stopTelling = process.stderr.isTTY ? tellProgress(deskOf(flags), importId, flags.region) : () => {};
  try {
    const answer = await askDesk<object>(deskOf(flags), 'POST', `/api/facts/import?${query}`, readFile(path));
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  } finally {
    stopTelling();
  }
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
          'Imports fact-checks: a table (TSV, CSV), JSON or NDJSON, in our names, MAFINDO’s, ClaimReview or Google’s (plain or .gz). Repeating it changes nothing.',
        )
        .argument('<file>')
        .option('--source <name>', 'publisher; prefixes the ids so that two publishers never share one')
        .option('--licence <words>', 'under which licence the list may be used')
        .option('--region <id>', 'for one region; without it the facts hold for every region')
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

program.addCommand(
  new Command('backup')
    .description(
      'Writes everything a desk needs on an empty machine into one file. The desk may go on working. Reads KENTONGAN_DATA_DIR and DATABASE_URL as the desk does.',
    )
    .argument('<file|folder>', 'a new file; in a folder a name with the time is chosen')
    .action((path: string) => backup(path, userFolder)),
);

program.addCommand(
  new Command('restore')
    .description(
      'Makes a desk of a backup, all of it or nothing, and brings it to this version. The desk must not be running.',
    )
    .argument('<file>')
    .option('--replace', 'remove the desk that is there', false)
    .option('--no-upgrade', 'leave the tables as they were; the next start brings them up to date')
    .action((file: string, flags: RestoreFlags) => restore(file, flags, userFolder)),
);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommandError || isExplained(error))) throw error;
  process.stderr.write(`${error instanceof CommandError ? error.message : explainStartFailure(error)}\n`);
  process.exitCode = 1;
}
