import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { RegionId } from '@kentongan/contracts';
import { HttpException } from '@nestjs/common';
import { z } from 'zod';
import type { RegionProblem } from './regions/region-registry.js';

const IngestQuery = z.object({
  region: RegionId,
  source: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
    .default('api'),
  mode: z.enum(['live', 'historical']).optional(),
});
type IngestQuery = z.infer<typeof IngestQuery>;

/** How a body is packed and cut. */
export interface BodyFormat {
  readonly isGzip: boolean;
}

const lineTypes = [
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/octet-stream',
];

/** @throws HttpException 400 that names the parameter */
export function ingestQuery(query: Record<string, unknown>): IngestQuery {
  const parsed = IngestQuery.safeParse(query);
  if (parsed.success) return parsed.data;
  const name = String(parsed.error.issues[0]?.path[0] ?? '');
  throw problem(
    400,
    'wrongParameter',
    `Parameter ${name} salah atau tidak ada. Contoh: /api/posts?region=default&source=berkas`,
    `The parameter ${name} is wrong or missing. Example: /api/posts?region=default&source=file`,
  );
}

/** @throws HttpException 415 */
export function bodyFormat(headers: IncomingHttpHeaders): BodyFormat {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (lineTypes.includes(type) && ['identity', 'gzip'].includes(encoding))
    return { isGzip: encoding === 'gzip' };
  throw problem(
    415,
    'wrongBodyType',
    'Kirim isi sebagai application/x-ndjson: satu objek JSON per baris, boleh dengan Content-Encoding gzip.',
    'Send the body as application/x-ndjson: one JSON object a line, Content-Encoding gzip allowed.',
  );
}

export function refuseRegion(region: string, reason: RegionProblem): HttpException {
  switch (reason) {
    case 'unknown':
      return problem(
        404,
        'unknownRegion',
        `Wilayah ${region} tidak dikenal. Tambahkan di berkas wilayah, atau kirim mode=historical untuk arsip.`,
        `Region ${region} is not known. Add it to the regions file, or send mode=historical for an archive.`,
      );
    case 'isLive':
      return problem(
        409,
        'regionIsLive',
        `Wilayah ${region} berjalan langsung dan tidak dapat dijadikan arsip: pilih nama lain.`,
        `Region ${region} is live and cannot become historical: choose another name.`,
      );
    case 'isHistorical':
      return problem(
        409,
        'regionIsHistorical',
        `Wilayah ${region} adalah arsip dan tidak dapat dijadikan langsung: pilih nama lain.`,
        `Region ${region} is historical and cannot become live: choose another name.`,
      );
  }
}

export function tooManyRequests(response: ServerResponse): HttpException {
  response.setHeader('retry-after', '5');
  return problem(
    429,
    'tooManyRequests',
    'Terlalu banyak pengiriman sekaligus. Coba lagi beberapa detik lagi.',
    'Too many posts requests at once. Try again in a few seconds.',
  );
}

export function unavailable(): HttpException {
  return problem(
    503,
    'unavailable',
    'Unggahan belum dapat disimpan. Kirim lagi sebentar lagi; yang sudah diterima tidak tercatat dua kali.',
    'Posts cannot be stored now. Send them again in a moment; what was accepted is not counted twice.',
  );
}

function problem(status: number, code: string, indonesian: string, english: string): HttpException {
  return new HttpException({ error: { code, message: { id: indonesian, en: english } } }, status);
}
