import type { QueryProblem, SearchProblem } from '@kentongan/archive';
import { BadRequestException, HttpException, HttpStatus } from '@nestjs/common';

interface Words {
  readonly id: string;
  readonly en: string;
}

const body = (code: string, message: Words, more: object = {}) => ({ error: { code, message, ...more } });

/** A parameter that is missing, unknown or malformed. */
export function badParameters(
  issues: readonly { readonly path?: unknown; readonly message: string }[],
): HttpException {
  const problems = issues.slice(0, 20).map(({ path, message }) => ({
    parameter: Array.isArray(path) ? path.map(String).join('.').slice(0, 100) : '',
    problem: message.slice(0, 200),
  }));
  return new BadRequestException(
    body(
      'badParameters',
      {
        id: 'Ada parameter yang tidak sesuai. Lihat daftar di problems.',
        en: 'Some parameters do not fit. See the list in problems.',
      },
      { problems },
    ),
  );
}

export const badQuery = ({ code, message, position }: QueryProblem): HttpException =>
  new BadRequestException(body(code, message, { position }));

const searchProblems: Readonly<Record<SearchProblem, Words>> = {
  badCursor: {
    id: 'Penanda halaman tidak berlaku. Mulai lagi dari halaman pertama.',
    en: 'The page marker is not valid. Start again from the first page.',
  },
  tooSlow: {
    id: 'Pencarian terlalu luas sehingga dihentikan. Persempit rentang waktu atau tambah kata.',
    en: 'The search is too broad and was stopped. Narrow the time range or add words.',
  },
  tooBusy: {
    id: 'Terlalu banyak pencarian sekaligus. Coba lagi sebentar lagi.',
    en: 'Too many searches at once. Try again in a moment.',
  },
  tooManyBuckets: {
    id: 'Rentang waktu terlalu panjang untuk satuan ini. Pilih satuan yang lebih besar.',
    en: 'The time range is too long for this unit. Choose a larger unit.',
  },
};

const problemStatus: Readonly<Record<SearchProblem, HttpStatus>> = {
  badCursor: HttpStatus.BAD_REQUEST,
  tooSlow: HttpStatus.UNPROCESSABLE_ENTITY,
  tooBusy: HttpStatus.TOO_MANY_REQUESTS,
  tooManyBuckets: HttpStatus.UNPROCESSABLE_ENTITY,
};

export const noAnswer = (problem: SearchProblem): HttpException =>
  new HttpException(body(problem, searchProblems[problem]), problemStatus[problem]);

export const notFound = (): HttpException =>
  new HttpException(
    body('notFound', {
      id: 'Unggahan tidak ada di arsip, atau sudah dihapus.',
      en: 'The post is not in the archive, or was deleted.',
    }),
    HttpStatus.NOT_FOUND,
  );

export const tooManyExports = (): HttpException =>
  new HttpException(
    body('tooManyExports', {
      id: 'Ekspor lain masih berjalan. Coba lagi sebentar lagi.',
      en: 'Other exports are running. Try again in a moment.',
    }),
    HttpStatus.TOO_MANY_REQUESTS,
  );

export const unavailable = (): HttpException =>
  new HttpException(
    body('unavailable', {
      id: 'Arsip sedang tidak bisa dibuka. Unggahan baru tetap masuk; coba lagi sebentar lagi.',
      en: 'The archive cannot be opened at the moment. New posts still come in; try again in a moment.',
    }),
    HttpStatus.SERVICE_UNAVAILABLE,
  );
