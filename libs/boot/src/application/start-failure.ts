import { ConfigurationError } from '@kentongan/platform';

interface SystemError {
  readonly code?: string;
  readonly port?: number;
  readonly path?: string;
  readonly message: string;
  readonly whatHappened?: string;
  readonly whatToDo?: string;
}

const explainedCodes: ReadonlySet<string> = new Set([
  'EADDRINUSE',
  'EACCES',
  'EPERM',
  'EROFS',
  'EEXIST',
  'ENOTDIR',
  'ENOSPC',
  '53100',
]);

/** What a person reads when the program cannot start: what happened and what to do, without a stack. */
export function explainStartFailure(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  const failure = error as SystemError;
  if (failure.whatToDo) return `${failure.whatHappened ?? failure.message}\n${sentence(failure.whatToDo)}`;
  switch (failure.code) {
    case 'EADDRINUSE':
      return `Port ${failure.port} is in use by another program.\nStop that program, or start with another port: PORT=3001 npm start`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `No permission for ${failure.path ?? 'the data directory'} (${failure.code}).\nGive this user write access, or choose another folder: KENTONGAN_DATA_DIR=/path npm start`;
    case 'EEXIST':
    case 'ENOTDIR':
      return `${failure.path ?? 'The path of the data directory'} is not a directory.\nMove that file away, or choose another folder: KENTONGAN_DATA_DIR=/path npm start`;
    case 'ENOSPC':
    case '53100':
      return 'The disk is full.\nFree some space, then start again: nothing that was accepted is lost.';
    default:
      return failure.message;
  }
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Whether the cause is one that a person outside can mend; anything else is a bug and deserves its stack. */
export function isExplained(error: unknown): boolean {
  const failure = error as SystemError;
  return (
    error instanceof ConfigurationError || Boolean(failure.whatToDo) || explainedCodes.has(failure.code ?? '')
  );
}
