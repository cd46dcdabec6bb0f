import { BadRequestException, ConflictException, NotFoundException } from '@nestjs/common';

const body = (code: string, id: string, en: string, more: object = {}) => ({
  error: { code, message: { id, en }, ...more },
});

/** A field that is missing, unknown or malformed, by name. */
export function badParameters(issues: readonly { readonly path?: unknown; readonly message: string }[]) {
  const problems = issues.slice(0, 20).map(({ path, message }) => ({
    parameter: Array.isArray(path) ? path.map(String).join('.').slice(0, 100) : '',
    problem: message.slice(0, 200),
  }));
  const named = [...new Set(problems.map(({ parameter }) => parameter))].filter(Boolean).join(', ') || '-';
  return new BadRequestException(
    body(
      'badParameters',
      `Isian berikut belum sesuai: ${named}. Belum ada yang disimpan; perbaiki lalu kirim lagi.`,
      `These fields do not fit: ${named}. Nothing was saved; correct them and send again.`,
      { problems },
    ),
  );
}

export const unknownWebhook = () =>
  new NotFoundException(
    body(
      'unknownWebhook',
      'Webhook itu tidak ada, atau sudah dihapus.',
      'There is no such webhook, or it was deleted.',
    ),
  );

export const tooManyWebhooks = (most: number) =>
  new ConflictException(
    body(
      'tooManyWebhooks',
      `Wilayah ini sudah punya ${most} webhook. Hapus yang tidak dipakai lagi.`,
      `This region already has ${most} webhooks. Delete one that is no longer used.`,
    ),
  );

export const unusableAddress = () =>
  new BadRequestException(
    body(
      'unusableAddress',
      'Alamat webhook harus http atau https, tanpa nama pengguna dan kata sandi di dalamnya.',
      'The address of a webhook must be http or https, without a user name or password in it.',
    ),
  );
