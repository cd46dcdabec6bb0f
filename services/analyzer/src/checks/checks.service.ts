import type { CheckBody, CheckView, FactVariants } from '@kentongan/contracts';
import { maskPersons, visibleText } from '@kentongan/drafting';
import type { SafeHttpClient } from '@kentongan/platform';
import { Logger } from '@nestjs/common';
import type { z } from 'zod';
import type { CheckAnswer, CheckRequest, Questions, VariantsRequest } from '../worker-protocol.js';
import { checkTooSlow, linkUnreadable, nothingToCheck, tooManyChecks } from './check-errors.js';
import { onlyLink } from './only-link.js';
import { readPage } from './page-reader.js';
import { stripForwarding } from './strip-forwarding.js';

/** Each holds a place until the thread has answered, however late: the queue of the thread stays short. */
export const checksAtOnceMax = 6;
const answerTimeoutMilliseconds = 10_000;

/** What the analyzer is asked, by kind. */
export interface Analyst {
  check(asked: CheckRequest): Promise<CheckAnswer>;
  variants(asked: VariantsRequest): Promise<Questions['variants']['answer']>;
}

export interface ChecksOptions {
  readonly analyzer: Analyst;
  readonly client: SafeHttpClient;
  readonly answerTimeoutMilliseconds?: number;
}

/** What is to be judged: the words as they were, and the link they were read behind. */
interface Subject {
  readonly words: string;
  readonly link: CheckView['link'];
  /** Addresses that the memory may know. */
  readonly addresses: readonly string[];
}

/** Cek teks: a forwarded text or a link, held against what the desk knows. Stores nothing. */
export class ChecksService {
  private readonly log = new Logger('Checks');
  private underWay = 0;

  constructor(private readonly options: ChecksOptions) {}

  /** @throws HttpException that a person can act on */
  async check({ region, text }: z.infer<typeof CheckBody>): Promise<CheckView> {
    if (this.underWay >= checksAtOnceMax) throw tooManyChecks();
    this.underWay += 1;
    let isHanded = false;
    try {
      const subject = await this.subjectOf(text);
      const masked = maskPersons(subject.words);
      const url = subject.addresses.at(-1);
      const answer = this.options.analyzer.check({
        regionId: region,
        text: masked,
        asked: [subject.words, ...subject.addresses].join('\n'),
        ...(url === undefined ? {} : { url }),
      } satisfies CheckRequest);
      isHanded = true;
      return viewOf(masked, subject.link, await this.inTime(answer));
    } finally {
      if (!isHanded) this.underWay -= 1;
    }
  }

  /** The other facts about the same hoax that the region may see. @throws HttpException while the analysis restarts */
  async variants(asked: VariantsRequest): Promise<FactVariants> {
    try {
      const found = await this.options.analyzer.variants(asked);
      return {
        variants: found.map(({ factId, publishedAt }) => ({
          factId,
          publishedAt: publishedAt === null ? null : new Date(publishedAt).toISOString(),
        })),
      };
    } catch (error) {
      this.log.warn(`Variants could not be told: ${error instanceof Error ? error.message : 'unknown'}`);
      throw checkTooSlow();
    }
  }

  private async subjectOf(given: string): Promise<Subject> {
    const words = stripForwarding(visibleText(given));
    const address = onlyLink(words);
    if (address === null) {
      if (!/[\p{L}\p{N}]/u.test(words)) throw nothingToCheck();
      return { words, link: null, addresses: [] };
    }
    const read = await readPage(this.options.client, address);
    if (!read.ok) throw linkUnreadable(read.problem, read.status);
    const title = read.page.title === null ? null : maskPersons(visibleText(read.page.title));
    return {
      words: visibleText(read.page.text),
      link: { url: maskPersons(read.url), title },
      addresses: [...new Set([address, read.url])],
    };
  }

  /** The place is given back when the thread answers, not when the person stops waiting. */
  private async inTime(answer: Promise<CheckAnswer>): Promise<CheckAnswer> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(checkTooSlow()),
        this.options.answerTimeoutMilliseconds ?? answerTimeoutMilliseconds,
      );
    });
    const settled = answer
      .catch((error: unknown) => {
        this.log.warn(`A text could not be checked: ${error instanceof Error ? error.message : 'unknown'}`);
        throw checkTooSlow();
      })
      .finally(() => {
        this.underWay -= 1;
      });
    settled.catch(() => {}); // answered too late, nobody listens any more
    try {
      return await Promise.race([settled, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function viewOf(text: string, link: CheckView['link'], { analysis, matches }: CheckAnswer): CheckView {
  const masked = matches.map((match) => ({ ...match, matchedWords: match.matchedWords.map(maskPersons) }));
  return { text, link, analysis: { ...analysis, hoaxMatch: masked[0] ?? null }, matches: masked };
}
