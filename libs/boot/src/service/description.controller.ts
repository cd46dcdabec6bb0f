import { AccessGuard, Allow } from '@kentongan/platform';
import { Controller, Get, type INestApplication, Inject, Injectable, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

/** The description of the running application, made when it is first asked for. */
@Injectable()
export class Description {
  private application: INestApplication | null = null;
  private document: Promise<object> | null = null;

  /** Called once, by who created the application: a module does not know what it was composed into. */
  describe(application: INestApplication): void {
    this.application = application;
  }

  current(): Promise<object> {
    this.document ??= this.build();
    return this.document;
  }

  /** Asked for by a gateway now and then: what builds it is not kept in memory before. */
  private async build(): Promise<object> {
    const { application } = this;
    if (!application) throw new Error('the description was not told of its application');
    const { buildOpenApi } = await import('@kentongan/platform/openapi');
    return buildOpenApi(application);
  }
}

/** This service's part of the API's description; the gateway puts the parts together. */
@Controller('api/openapi.json')
@ApiExcludeController()
@UseGuards(AccessGuard)
@Allow('machine')
export class DescriptionController {
  constructor(@Inject(Description) private readonly description: Description) {}

  @Get()
  describe(): Promise<object> {
    return this.description.current();
  }
}
