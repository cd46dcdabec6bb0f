import { Role } from '@kentongan/contracts';
import { AccessGuard, Allow } from '@kentongan/platform';
import { Controller, Get, Inject, UseGuards } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { OpenApiDocument } from './openapi-document.js';

/** The description of this API, from which clients are generated. */
@Controller('api/openapi.json')
@UseGuards(AccessGuard)
@Allow('machine', ...Role.options)
export class OpenApiController {
  constructor(@Inject(OpenApiDocument) private readonly document: OpenApiDocument) {}

  @Get()
  @ApiExcludeEndpoint()
  describe(): Promise<object> {
    return this.document.current();
  }
}
