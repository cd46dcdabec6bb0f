import { resolve } from 'node:path';
import { version } from '@kentongan/gateway';
import { readConfiguration } from '@kentongan/platform';
import { lineSources, openEngines } from '../backup-file/engines.js';
import { createProgress } from '../backup-file/progress.js';
import { runBackup } from './run-backup.js';

/** `kentongan backup FILE|FOLDER`. */
export async function backup(path: string, userFolder: string): Promise<void> {
  const configuration = readConfiguration(process.env, userFolder);
  const engines = await openEngines(configuration);
  const summary = await runBackup({
    configuration,
    path: path.endsWith('/') ? `${resolve(userFolder, path)}/` : resolve(userFolder, path),
    version,
    now: new Date(),
    lineSources: lineSources(engines),
    progress: createProgress('backup', process.stderr),
  }).finally(() => engines.close());
  process.stderr.write(
    `${summary.file} holds every post, every account and the keys behind all pseudonyms, and is not encrypted.\nOnly you can read it here; keep copies on encrypted disks, or encrypt them (age, gpg) before they leave this machine.\n`,
  );
  process.stdout.write(`${JSON.stringify(summary)}\n`);
}
