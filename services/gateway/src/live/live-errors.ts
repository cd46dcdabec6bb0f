import { BadRequestException, HttpException, HttpStatus } from '@nestjs/common';

const body = (code: string, id: string, en: string) => ({ error: { code, message: { id, en } } });

export const missingRegion = () =>
  new BadRequestException(
    body(
      'badParameters',
      'Parameter region tidak ada atau salah. Tulis, misalnya, /api/live?region=kota-semarang.',
      'The parameter region is missing or wrong. Write, for instance, /api/live?region=kota-semarang.',
    ),
  );

export const tooManyStreams = () =>
  new HttpException(
    body(
      'tooManyStreams',
      'Terlalu banyak layar terhubung langsung. Layar ini tetap bisa dipakai: muat ulang untuk melihat yang baru, atau tutup tab lain.',
      'Too many screens are connected live. This one still works: reload it to see what is new, or close other tabs.',
    ),
    HttpStatus.SERVICE_UNAVAILABLE,
  );
