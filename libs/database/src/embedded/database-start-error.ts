/** Why the database could not be started: a closed list, so that callers and tests can tell the cases apart. */
export type DatabaseStartProblem =
  | 'dataInUse'
  | 'dataNotAccessible'
  | 'dataDamaged'
  | 'dataFromNewerVersion'
  | 'dataFromOlderPostgres'
  | 'diskFull'
  | 'portInUse'
  | 'binariesMissing'
  | 'binariesUnusable'
  | 'serverUnreachable'
  | 'serverRefusedLogin'
  | 'serverTooOld'
  | 'startFailed';

/** The database did not start. `message` says what happened, `whatToDo` what a person can do about it; both are shown. */
export class DatabaseStartError extends Error {
  override readonly name = 'DatabaseStartError';

  constructor(
    readonly problem: DatabaseStartProblem,
    readonly whatHappened: string,
    readonly whatToDo: string,
    cause?: unknown,
  ) {
    super(`${whatHappened}\n  What to do: ${whatToDo}`, cause === undefined ? {} : { cause });
  }
}

/**
 * Code of a system or database error (`EACCES`, `ENOSPC`, `55P03`, …), or undefined for anything else. Not by
 * `instanceof`: errors of Node's own modules belong to another realm when the code runs in a vm context.
 */
export function systemErrorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Turns a file system error on `path` into words; other errors are returned unchanged. */
export function explainFileError(error: unknown, path: string): unknown {
  switch (systemErrorCode(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new DatabaseStartError(
        'dataNotAccessible',
        `The data directory is not readable and writable: ${path}`,
        'give the user that runs Kentongan this directory (chown), run as the user that owns it, or choose another with KENTONGAN_DATA_DIR.',
        error,
      );
    case 'ENOTDIR':
      return new DatabaseStartError(
        'dataNotAccessible',
        `The data directory's path leads through something that is not a directory: ${path}`,
        'choose another directory with KENTONGAN_DATA_DIR.',
        error,
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(path, error);
    default:
      return error;
  }
}

export function diskFull(path: string, cause?: unknown): DatabaseStartError {
  return new DatabaseStartError(
    'diskFull',
    `The disk that holds ${path} is full.`,
    'free at least 1 GB on it (nothing in the data directory may be deleted by hand), or move the whole data directory to a larger disk and set KENTONGAN_DATA_DIR; then start again.',
    cause,
  );
}
