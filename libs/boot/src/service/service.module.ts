import { NulMiddleware } from '@kentongan/platform';
import {
  type DynamicModule,
  type MiddlewareConsumer,
  Module,
  type NestModule,
  type Provider,
  type Type,
} from '@nestjs/common';
import { HealthController, READINESS_DETAILS, type ReadinessDetails } from '../health/health.controller.js';
import { Health } from '../health/health.js';
import { OpenMetricsController } from '../health/metrics.controllers.js';
import type { Parts } from '../parts/open-parts.js';
import { PartsModule } from '../parts/parts.module.js';
import { Description, DescriptionController } from './description.controller.js';

export interface ServiceModuleOptions {
  readonly parts: Parts;
  readonly health: Health;
  readonly service: Type | DynamicModule;
  readonly readinessDetails: ReadinessDetails | null;
  /** The gateway describes all services, and asks each of the others for its part. */
  readonly isDescribed: boolean;
}

/** A service and what every process has: its parts, its health, its figures, the description of its API. */
@Module({})
export class ServiceModule implements NestModule {
  static of(options: ServiceModuleOptions): DynamicModule {
    const { parts, health, service, readinessDetails, isDescribed } = options;
    const providers: Provider[] = [
      { provide: Health, useValue: health },
      ...(readinessDetails ? [{ provide: READINESS_DETAILS, useValue: readinessDetails }] : []),
      ...(isDescribed ? [Description] : []),
    ];
    const controllers = [
      HealthController,
      OpenMetricsController,
      ...(isDescribed ? [DescriptionController] : []),
    ];
    return { module: ServiceModule, imports: [PartsModule.of(parts), service], controllers, providers };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(NulMiddleware).forRoutes('{*path}');
  }
}
