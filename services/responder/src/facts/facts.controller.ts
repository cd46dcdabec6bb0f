import type { IncomingMessage } from 'node:http';
import { parseFacts } from '@kentongan/claims';
import { AccessGuard, CLOCK, type Clock } from '@kentongan/platform';
import {
  BadRequestException,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  PayloadTooLargeException,
  Post,
  Query,
  Req,
  UseGuards,
} from '@nestjs/common';
import { FactsStore, type ImportSummary } from './facts.store.js';

const bodyBytesMax = 32 * 1024 * 1024;
const factsPerTransactionMax = 500;
const problemsShownMax = 20;

interface ImportAnswer extends ImportSummary {
  readonly refused: number;
  readonly problems: readonly { readonly line: number; readonly reason: string }[];
}

/** The hoax memory from outside: import, count, withdraw. */
@Controller('api/facts')
@UseGuards(AccessGuard)
export class FactsController {
  constructor(
    @Inject(FactsStore) private readonly store: FactsStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The body is the file itself; `source` prefixes the ids, so that two publishers never share one. */
  @Post('import')
  @HttpCode(200)
  async import(
    @Req() request: IncomingMessage,
    @Query('format') format?: string,
    @Query('source') source?: string,
  ): Promise<ImportAnswer> {
    if (format !== 'tsv' && format !== 'json' && format !== 'ndjson')
      throw new BadRequestException(
        problem(
          'unknownFormat',
          'Format harus tsv, json, atau ndjson.',
          'The format must be tsv, json or ndjson.',
        ),
      );
    if (source !== undefined && !/^[a-z0-9-]{1,40}$/.test(source))
      throw new BadRequestException(
        problem(
          'wrongSource',
          'Nama sumber: huruf kecil, angka, tanda hubung.',
          'Source name: lower-case letters, digits, hyphens.',
        ),
      );
    const parsed = parseFacts(await readBody(request), format, source === undefined ? {} : { source });
    const facts = [...new Map(parsed.facts.map((fact) => [fact.factId, fact])).values()];
    const occurredAt = new Date(this.clock.now()).toISOString();
    let recorded = 0;
    for (let start = 0; start < facts.length; start += factsPerTransactionMax) {
      const summary = await this.store.record(facts.slice(start, start + factsPerTransactionMax), occurredAt);
      recorded += summary.recorded;
    }
    return {
      recorded,
      unchanged: facts.length - recorded,
      refused: parsed.problems.length,
      problems: parsed.problems.slice(0, problemsShownMax),
    };
  }

  @Get('count')
  async count(): Promise<{ count: number }> {
    return { count: await this.store.count() };
  }

  @Delete(':factId')
  @HttpCode(204)
  async withdraw(@Param('factId') factId: string): Promise<void> {
    if (!(await this.store.withdraw(factId)))
      throw new NotFoundException(problem('unknownFact', 'Fakta itu tidak ada.', 'There is no such fact.'));
  }
}

function problem(code: string, id: string, en: string): object {
  return { error: { code, message: { id, en } } };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bodyBytesMax)
      throw new PayloadTooLargeException(
        problem(
          'tooLarge',
          'Berkas lebih dari 32 MB: bagi menjadi beberapa berkas.',
          'The file is over 32 MB: split it.',
        ),
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
