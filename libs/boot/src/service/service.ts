import type { ServiceName } from '@kentongan/contracts';
import type { SqlMigration } from '@kentongan/database';
import type { Configuration } from '@kentongan/platform';
import type { DynamicModule, INestApplication, Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Parts } from '../parts/open-parts.js';

/** What makes a service a process of its own. */
export interface Service {
  readonly name: ServiceName;
  /** Its own tables; none for a service that keeps nothing. */
  readonly schema?: readonly [schema: string, migrations: readonly SqlMigration[]];
  /** Whether it reads or writes the archive of posts. Default false. */
  readonly archive?: boolean;
  readonly module: (parts: Parts, configuration: Configuration) => Type | DynamicModule;
  /** Hangs what does not fit into a module before the application. */
  readonly prepare?: (application: NestExpressApplication) => void;
  /** Addresses that are led on to other services, body unread. */
  readonly isPassedOn?: (address: string) => boolean;
  /** Added to `/health/ready`, whatever the answer. */
  readonly readinessDetails?: (application: INestApplication) => Promise<object>;
  /** Called when it takes requests. */
  readonly onListening?: (application: NestExpressApplication, url: string) => Promise<void>;
}
