import type { IncomingMessage } from 'node:http';
import { RegionId } from '@kentongan/contracts';
import { z } from 'zod';
import { tooLarge } from './fact-errors.js';

const bodyBytesMax = 32 * 1024 * 1024;

/** `source` prefixes the ids, so that two publishers never share one. Without `region` the facts are national. */
export const ImportParameters = z.strictObject({
  format: z.enum(['tsv', 'json', 'ndjson']),
  source: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(),
  region: RegionId.optional(),
});

/** What became of an import; of the lines that are no fact, the first 20 are told. */
export const ImportAnswer = z.object({
  recorded: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  problems: z.array(z.object({ line: z.int(), reason: z.string() })),
});

/** @throws PayloadTooLargeException past 32 MB */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bodyBytesMax) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
