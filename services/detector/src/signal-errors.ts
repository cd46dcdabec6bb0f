import { BadRequestException } from '@nestjs/common';

/** A parameter that is missing, unknown or malformed, told with its name. */
export const badParameters = (issues: readonly { readonly path?: unknown; readonly message: string }[]) =>
  new BadRequestException({
    error: {
      code: 'badParameters',
      message: {
        id: 'Ada parameter yang tidak sesuai. Lihat daftar di problems.',
        en: 'Some parameters do not fit. See the list in problems.',
      },
      problems: issues.slice(0, 20).map(({ path, message }) => ({
        parameter: Array.isArray(path) ? path.map(String).join('.').slice(0, 100) : '',
        problem: message.slice(0, 200),
      })),
    },
  });
