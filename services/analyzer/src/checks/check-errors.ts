import {
  BadRequestException,
  HttpException,
  HttpStatus,
  ServiceUnavailableException,
  UnprocessableEntityException,
} from '@nestjs/common';
import type { PageProblem } from './page-reader.js';

interface Words {
  readonly id: string;
  readonly en: string;
}

const body = (code: string, { id, en }: Words, more: object = {}) => ({
  error: { code, message: { id, en }, ...more },
});

export function badCheck(
  issues: readonly { readonly path?: unknown; readonly message: string }[],
): HttpException {
  const problems = issues.slice(0, 10).map(({ path, message }) => ({
    parameter: Array.isArray(path) ? path.map(String).join('.').slice(0, 100) : '',
    problem: message.slice(0, 200),
  }));
  const field = problems[0]?.parameter || 'text';
  return new BadRequestException(
    body(
      'badParameters',
      {
        id: `Isian ${field} belum sesuai. Tempel teks 3 sampai 20.000 huruf, atau satu tautan.`,
        en: `The field ${field} does not fit. Paste a text of 3 to 20,000 characters, or one link.`,
      },
      { problems },
    ),
  );
}

const pageProblems: Readonly<Record<PageProblem, Words>> = {
  badUrl: { id: 'alamatnya tidak lengkap', en: 'the address is not complete' },
  scheme: { id: 'bukan alamat web', en: 'not a web address' },
  userinfo: { id: 'alamat berisi nama pengguna', en: 'the address holds a user name' },
  port: { id: 'porta tidak diizinkan', en: 'the port is not allowed' },
  forbiddenAddress: { id: 'alamat di dalam jaringan sendiri', en: 'an address inside our own network' },
  unresolved: { id: 'situs tidak ditemukan', en: 'the site was not found' },
  redirects: { id: 'terlalu banyak pengalihan', en: 'too many redirects' },
  tooLarge: { id: 'halaman terlalu besar', en: 'the page is too large' },
  badEncoding: { id: 'isi halaman rusak', en: 'the content of the page is broken' },
  timeout: { id: 'situs tidak menjawab', en: 'the site does not answer' },
  aborted: { id: 'permintaan dihentikan', en: 'the request was given up' },
  network: { id: 'sambungan gagal', en: 'the connection failed' },
  status: { id: '', en: '' },
  notAPage: { id: 'bukan halaman teks', en: 'not a page of text' },
  noText: { id: 'halaman tidak berisi teks yang bisa dibaca', en: 'the page holds no readable text' },
};

export const linkUnreadable = (problem: PageProblem, status?: number): HttpException => {
  const why = problem === 'status' ? { id: String(status), en: String(status) } : pageProblems[problem];
  return new UnprocessableEntityException(
    body(
      'linkUnreadable',
      {
        id: `Tautan tidak bisa dibuka (${why.id}). Tempel teksnya.`,
        en: `The link cannot be opened (${why.en}). Paste its text.`,
      },
      { problem },
    ),
  );
};

export const nothingToCheck = (): HttpException =>
  new UnprocessableEntityException(
    body('nothingToCheck', {
      id: 'Tidak ada kata yang bisa diperiksa di teks itu. Tempel isi pesannya.',
      en: 'There are no words to check in that text. Paste the message itself.',
    }),
  );

export const tooManyChecks = (): HttpException =>
  new HttpException(
    body('tooManyChecks', {
      id: 'Terlalu banyak pemeriksaan sekaligus. Coba lagi beberapa detik lagi.',
      en: 'Too many checks at once. Try again in a few seconds.',
    }),
    HttpStatus.TOO_MANY_REQUESTS,
  );

export const checkTooSlow = (): HttpException =>
  new ServiceUnavailableException(
    body('tooSlow', {
      id: 'Mesin analisis sedang sibuk atau dimulai ulang. Unggahan tetap masuk; coba lagi sebentar lagi.',
      en: 'The analysis is busy or restarting. Posts still come in; try again in a moment.',
    }),
  );
