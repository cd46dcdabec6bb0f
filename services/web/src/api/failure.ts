import type { Language } from '../i18n/language.js';

interface Words {
  readonly id: string;
  readonly en: string;
}

const unreachable: Words = {
  id: 'Tidak bisa menghubungi meja isu. Yang sudah tersimpan tetap aman. Periksa sambungan, lalu coba lagi.',
  en: 'The desk cannot be reached. What was saved is safe. Check your connection, then try again.',
};
const unexplained: Words = {
  id: 'Ada yang tidak berjalan di server. Yang sudah tersimpan tetap aman. Coba lagi sebentar lagi.',
  en: 'Something went wrong on the server. What was saved is safe. Try again in a moment.',
};

/** Why a call has no answer. `status` 0 = the server was not reached. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly words: Words,
    /** What the server added to the message, for instance which parameters do not fit. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code} (${status})`);
  }

  in(language: Language): string {
    return this.words[language];
  }
}

export const unreachableFailure = () => new ApiFailure(0, 'unreachable', unreachable);

/** Reads the one form of error, `{error: {code, message: {id, en}}}`; a proxy's own page gets general words. */
export function failureOf(status: number, body: unknown): ApiFailure {
  if (status >= 502 && status <= 504) return new ApiFailure(0, 'unreachable', unreachable);
  if (isRecord(body) && isRecord(body['error'])) {
    const { code, message, ...details } = body['error'];
    if (typeof code === 'string' && isWords(message)) return new ApiFailure(status, code, message, details);
  }
  return new ApiFailure(status, 'unexplained', unexplained);
}

/** The words for anything that was thrown, in the reader's language. */
export function messageOf(error: unknown, language: Language): string {
  return error instanceof ApiFailure ? error.in(language) : unexplained[language];
}

export const isUnreachable = (error: unknown): boolean => error instanceof ApiFailure && error.status === 0;
export const isConflict = (error: unknown): boolean => error instanceof ApiFailure && error.status === 409;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isWords = (value: unknown): value is Words =>
  isRecord(value) && typeof value['id'] === 'string' && typeof value['en'] === 'string';
