import { createSafeHttpClient, type SafeHttpClient } from '@kentongan/platform';
import { Inject, Injectable, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { AnalyzerService } from '../analyzer.service.js';
import { ChecksService } from './checks.service.js';
import { pageBytesMax, pageTimeoutMilliseconds } from './page-reader.js';

const PAGE_CLIENT = Symbol('page client');

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
      new ChecksService({ analyzer, client }),
  },
];
