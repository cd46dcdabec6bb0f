import { DatabaseStartError, diskFull } from './database-start-error.js';

/** Turns what initdb or the server printed before it gave up into an error that a person can act on. */
export function explainStartFailure(output: string, dataDirectory: string): DatabaseStartError {
  const told = output.trim().slice(-800) || 'it printed nothing';
  if (/No space left on device|Disk quota exceeded|Check free disk space/i.test(output))
    return diskFull(dataDirectory, told);
  if (
    /error while loading shared libraries|GLIBC_\S+' not found|cannot execute|image not found/i.test(output)
  )
    return new DatabaseStartError(
      'binariesUnusable',
      `PostgreSQL's programs cannot run on this system: ${told}`,
      'run `npm ci` anew on this machine; on Alpine and other systems without glibc, set DATABASE_URL to a PostgreSQL server of your own.',
    );
  if (/could not bind .*Address already in use|could not create any TCP\/IP sockets/i.test(output))
    return new DatabaseStartError(
      'portInUse',
      `The port chosen for PostgreSQL is taken: ${told}`,
      'stop the program that listens there, or leave the port unset so that a free one is taken.',
    );
  if (/Permission denied|has invalid permissions|has wrong ownership/i.test(output))
    return new DatabaseStartError(
      'dataNotAccessible',
      `PostgreSQL may not read or write ${dataDirectory}: ${told}`,
      'run Kentongan as the user that owns the directory, or give it to the user that runs Kentongan (chown -R).',
    );
  if (
    /could not locate a valid checkpoint|invalid checkpoint|incorrect checksum in control file|PANIC:/i.test(
      output,
    )
  )
    return new DatabaseStartError(
      'dataDamaged',
      `The data in ${dataDirectory} is damaged: ${told}`,
      'keep a copy of the directory, check the disk, and restore the newest backup into an empty directory.',
    );
  return new DatabaseStartError(
    'startFailed',
    `PostgreSQL did not start: ${told}`,
    `read postgres.log in ${dataDirectory}; if the cause stays unclear, report it with that text.`,
  );
}
