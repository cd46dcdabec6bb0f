import type { IncomingMessage } from 'node:http';
import { RegionId } from '@kentongan/contracts';
import { z } from 'zod';
import { tooLarge } from './fact-errors.js';

const bodyBytesMax = 256 * 1024 * 1024;

/**
 * `source` prefixes the ids, so that two publishers never share one. Without `region` the facts are national. `format`
 * is of an older day: what a file is is recognised by itself.
 */
export const ImportParameters = z.strictObject({
  format: z.enum(['tsv', 'csv', 'json', 'ndjson']).optional(),
  source: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(),
  /** Under which licence the list may be used, as its publisher says it. */
  licence: z.string().trim().max(200).optional(),
  fileName: z.string().trim().max(200).optional(),
  /** Chosen by who imports, to follow its progress; else one is drawn. */
  importId: z.uuid().optional(),
  region: RegionId.optional(),
});

/** What became of an import; of the entries that are no fact, the first 20 are told. */
export const ImportAnswer = z.object({
  importId: z.string(),
  forms: z.array(z.string()),
  recorded: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  problems: z.array(
    z.object({
      line: z.int(),
      entry: z.int(),
      code: z.string(),
      value: z.string().optional(),
      /** What to do about it, in English; the interface words `code`. */
      reason: z.string(),
    }),
  ),
});

/** The body in pieces, decoded; whoever reads it slowly slows the sender. @throws PayloadTooLargeException past 256 MB */
export async function* readText(request: IncomingMessage): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bodyBytesMax) throw tooLarge();
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
