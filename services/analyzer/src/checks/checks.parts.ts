import { createSafeHttpClient, type SafeHttpClient } from '@kentongan/platform';
import { Inject, Injectable, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { AnalyzerService } from '../analyzer.service.js';
import { type Analyst, ChecksService } from './checks.service.js';
import { pageBytesMax, pageTimeoutMilliseconds } from './page-reader.js';

const PAGE_CLIENT = Symbol('page client');

/** The analyzer's thread as those who ask it see it. */
export const analystOf = (analyzer: AnalyzerService): Analyst => ({
  check: (asked) => analyzer.ask('check', asked),
  variants: (asked) => analyzer.ask('variants', asked),
});

/** Connections to the sites that people asked about end with the program. */
@Injectable()
class PageClientEnd implements OnApplicationShutdown {
  constructor(@Inject(PAGE_CLIENT) private readonly client: SafeHttpClient) {}

  async onApplicationShutdown(): Promise<void> {
    await this.client.close();
  }
}

export const checksProviders: Provider[] = [
  {
    provide: PAGE_CLIENT,
    useFactory: () =>
      createSafeHttpClient({ bytesMax: pageBytesMax, timeoutMilliseconds: pageTimeoutMilliseconds }),
  },
  PageClientEnd,
  {
    provide: ChecksService,
    inject: [AnalyzerService, PAGE_CLIENT],
    useFactory: (analyzer: AnalyzerService, client: SafeHttpClient) =>
      new ChecksService({
        analyzer: analystOf(analyzer),
        client,
      }),
  },
];
