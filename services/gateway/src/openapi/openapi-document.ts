import { type RoutedServiceName, serviceNames } from '@kentongan/contracts';
import { CLOCK, type Clock } from '@kentongan/platform';
import { buildOpenApi, mergeOpenApi } from '@kentongan/platform/openapi';
import { type INestApplication, Inject, Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { serviceUnavailable } from '../routing/routing-errors.js';
import { ServiceDirectory } from '../routing/service-directory.js';

/** Services may be exchanged for newer ones while this process runs. */
const keptMilliseconds = 60_000;

/** The description of the whole API: of the running application, and of the services that run beside it. */
@Injectable()
export class OpenApiDocument {
  private application: INestApplication | null = null;
  private own: OpenAPIObject | null = null;
  private merged: { readonly document: OpenAPIObject; readonly until: number } | null = null;

  constructor(
    @Inject(ServiceDirectory) private readonly directory: ServiceDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Called once, by who created the application: a module does not know what it was composed into. */
  describe(application: INestApplication): void {
    this.application = application;
  }

  /** @throws HttpException naming a service that does not answer: half a description would break clients quietly */
  async current(): Promise<OpenAPIObject> {
    if (!this.application) throw new Error('prepareGateway was not called with the application');
    this.own ??= buildOpenApi(this.application);
    if (!this.directory.isApart) return this.own;
    const now = this.clock.now();
    if (this.merged && now < this.merged.until) return this.merged.document;
    const others = serviceNames.filter((name): name is RoutedServiceName => name !== 'gateway');
    const parts = await Promise.all(others.map((name) => this.partOf(name)));
    const document = mergeOpenApi([this.own, ...parts]);
    this.merged = { document, until: now + keptMilliseconds };
    return document;
  }

  private async partOf(service: RoutedServiceName): Promise<OpenAPIObject> {
    try {
      return (await this.directory.describe(service)) as OpenAPIObject;
    } catch {
      throw serviceUnavailable(service);
    }
  }
}
