import type { IssueCard } from '@kentongan/contracts';
import {
  BadRequestException,
  ConflictException,
  type HttpException,
  NotFoundException,
  StandardSchemaValidationPipe,
} from '@nestjs/common';

export interface Words {
  readonly id: string;
  readonly en: string;
}

const body = (code: string, message: Words, more: object = {}) => ({ error: { code, message, ...more } });

const problemsShownMax = 20;

/** A body or query that does not fit; each problem names the field. */
function badParameters(
  issues: readonly { readonly path?: unknown; readonly message: string }[],
): HttpException {
  const problems = issues.slice(0, problemsShownMax).map(({ path, message }) => ({
    parameter: Array.isArray(path) ? path.map(String).join('.').slice(0, 100) : '',
    problem: message.slice(0, 200),
  }));
  const first = problems[0]?.parameter || 'isi permintaan';
  return new BadRequestException(
    body(
      'badParameters',
      {
        id: `Isian ${first} belum sesuai. Tidak ada yang berubah; perbaiki lalu kirim lagi.`,
        en: `The field ${first} does not fit. Nothing was changed; correct it and send again.`,
      },
      { problems },
    ),
  );
}

export const issuePipe = new StandardSchemaValidationPipe({ exceptionFactory: badParameters });

export const badCursor = (): HttpException =>
  new BadRequestException(
    body('badCursor', {
      id: 'Penanda halaman tidak berlaku. Mulai lagi dari halaman pertama.',
      en: 'The page marker is not valid. Start again from the first page.',
    }),
  );

export const unknownIssue = (): HttpException =>
  new NotFoundException(
    body('unknownIssue', {
      id: 'Isu itu tidak ada, atau bukan di wilayah Anda.',
      en: 'There is no such issue, or it is not in one of your regions.',
    }),
  );

/** Somebody was faster: nothing was changed, and the card as it stands now comes along. */
export const staleVersion = (card: IssueCard): HttpException =>
  new ConflictException(
    body(
      'staleVersion',
      {
        id: 'Isu ini baru saja diubah orang lain. Langkah Anda belum dijalankan; lihat keadaan terbaru lalu ulangi bila masih perlu.',
        en: 'Somebody else has just changed this issue. Your step was not done; look at it as it is now and repeat it if still needed.',
      },
      { card },
    ),
  );

export const illegalMove = (refusal: string, message: Words, card: IssueCard): HttpException =>
  new ConflictException(body('illegalMove', message, { refusal, card }));

export const unknownAgency = (): HttpException =>
  new BadRequestException(
    body('unknownAgency', {
      id: 'OPD itu tidak ada di wilayah ini. Pilih OPD dari daftar; tidak ada yang berubah.',
      en: 'There is no such agency in this region. Choose one of the list; nothing was changed.',
    }),
  );
