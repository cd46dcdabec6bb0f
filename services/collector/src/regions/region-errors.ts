import { BadRequestException, ConflictException, HttpException, NotFoundException } from '@nestjs/common';

const body = (code: string, id: string, en: string, more: object = {}) => ({
  error: { code, message: { id, en }, ...more },
});

/** A parameter or a field that is missing, unknown or malformed, told with its name. */
export function badParameters(
  issues: readonly { readonly path?: unknown; readonly message: string }[],
): HttpException {
  const problems = issues.slice(0, 20).map(({ path, message }) => ({
    parameter: Array.isArray(path) ? path.map(String).join('.').slice(0, 100) : '',
    problem: message.slice(0, 200),
  }));
  const first = problems[0]?.parameter || 'isi permintaan';
  return new BadRequestException(
    body(
      'badParameters',
      `Isian ${first} belum sesuai. Tidak ada yang berubah; perbaiki lalu kirim lagi.`,
      `The field ${first} does not fit. Nothing was changed; correct it and send again.`,
      { problems },
    ),
  );
}

export const unknownRegion = () =>
  new NotFoundException(
    body(
      'unknownRegion',
      'Wilayah itu tidak ada. Periksa namanya di daftar wilayah.',
      'There is no such region. Look at the list of regions.',
    ),
  );

export const configuredByFile = () =>
  new ConflictException(
    body(
      'configuredByFile',
      'Wilayah ini diatur dari berkas regions.json dan tidak diubah dari sini. Ubah berkas itu, lalu mulai ulang Kentongan.',
      'This region is set by the file regions.json and is not changed here. Edit that file and restart Kentongan.',
    ),
  );

export const modeIsFixed = () =>
  new ConflictException(
    body(
      'modeIsFixed',
      'Wilayah langsung tidak dapat dijadikan arsip, dan sebaliknya. Tidak ada yang berubah; buat wilayah baru dengan nama lain.',
      'A live region cannot become historical, nor the other way round. Nothing was changed; make a new region under another id.',
    ),
  );

export const tooManyRegions = () =>
  new ConflictException(
    body(
      'tooManyRegions',
      'Jumlah wilayah sudah mencapai batas. Tidak ada yang berubah.',
      'There are as many regions as there may be. Nothing was changed.',
    ),
  );
