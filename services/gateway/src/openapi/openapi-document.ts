import { type INestApplication, Injectable } from '@nestjs/common';
import { buildOpenApi } from './build-openapi.js';

/** The description of the running application, made when it is first asked for. */
@Injectable()
export class OpenApiDocument {
  private application: INestApplication | null = null;
  private document: object | null = null;

  /** Called once, by who created the application: a module does not know what it was composed into. */
  describe(application: INestApplication): void {
    this.application = application;
  }

  current(): object {
    if (!this.application) throw new Error('prepareGateway was not called with the application');
    this.document ??= buildOpenApi(this.application);
    return this.document;
  }
}
