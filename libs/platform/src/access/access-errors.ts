import { ForbiddenException, UnauthorizedException } from '@nestjs/common';

const body = (code: string, id: string, en: string) => ({ error: { code, message: { id, en } } });

export const unauthorized = () =>
  new UnauthorizedException(
    body(
      'unauthorized',
      'Silakan masuk dulu. Program lain mengirim header Authorization: Bearer dengan isi berkas ingest-token.',
      'Please sign in first. Programs send the header Authorization: Bearer with the content of the file ingest-token.',
    ),
  );

export const forbidden = () =>
  new ForbiddenException(
    body(
      'forbidden',
      'Peran Anda tidak dapat melakukan ini. Mintalah kepada admin bila ini tugas Anda.',
      'Your role cannot do this. Ask the administrator if it is your task.',
    ),
  );

export const wrongRegion = () =>
  new ForbiddenException(
    body('wrongRegion', 'Wilayah ini bukan wilayah Anda.', 'This region is not one of yours.'),
  );
