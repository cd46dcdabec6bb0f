import { fileURLToPath } from 'node:url';
import { type Configuration, NulMiddleware } from '@kentongan/platform';
import { type DynamicModule, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { Passwords } from './accounts/passwords.js';
import { UserStore } from './accounts/user-store.js';
import { UsersController } from './accounts/users.controller.js';
import { UsersService } from './accounts/users.service.js';
import { Audit } from './audit/audit.js';
import { GATEWAY_OPTIONS, type GatewayOptions } from './gateway.options.js';
import { LiveHub, liveControllers, liveProviders, SESSION_CHECK } from './live/index.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { OpenApiDocument } from './openapi/openapi-document.js';
import { Gazetteer } from './places/gazetteer.js';
import { PlacesController } from './places/places.controller.js';
import { RegionTable } from './regions/region-table.js';
import { ProxyMiddleware } from './routing/proxy.middleware.js';
import { ServiceDirectory } from './routing/service-directory.js';
import { SearchStore } from './searches/search-store.js';
import { SearchesController } from './searches/searches.controller.js';
import { HeldSessions } from './sessions/held-sessions.js';
import { SessionController } from './sessions/session.controller.js';
import { SessionMiddleware } from './sessions/session.middleware.js';
import { SessionStore } from './sessions/session-store.js';
import { SessionViews } from './sessions/session-views.js';
import { Sessions } from './sessions/sessions.js';
import { SignInService } from './sessions/sign-in.service.js';
import { SetupController } from './setup/setup.controller.js';
import { SetupService } from './setup/setup.service.js';
import { SystemController } from './system/system.controller.js';
import { LoginThrottle } from './throttle/login-throttle.js';

/** Where the build puts the web app. */
const webDirectory = fileURLToPath(new URL('../../web/dist', import.meta.url));

/**
 * The one public door: accounts, sessions, saved searches, names of places, live updates. Needs DATABASE_POOL, STREAM_PORT, CLOCK,
 * METRICS, ACCESS_TOKEN and SIGNING_KEY from a global module, `gatewayMigrations` run before, and `prepareGateway` called with the
 * application before it takes requests.
 */
@Module({})
export class GatewayModule implements NestModule {
  /** The gateway as the configuration wants it. */
  static of(
    configuration: Configuration,
    more: Pick<GatewayOptions, 'isDemo' | 'databaseKind' | 'serviceUrls'>,
  ): DynamicModule {
    const { dataDirectory, trustedProxies } = configuration;
    return GatewayModule.register({ dataDirectory, trustedProxies, webDirectory, ...more });
  }

  static register(options: GatewayOptions): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [
        SetupController,
        SessionController,
        UsersController,
        SearchesController,
        PlacesController,
        OpenApiController,
        SystemController,
        ...liveControllers,
      ],
      providers: [
        { provide: GATEWAY_OPTIONS, useValue: options },
        Audit,
        Gazetteer,
        LoginThrottle,
        OpenApiDocument,
        Passwords,
        RegionTable,
        SearchStore,
        ServiceDirectory,
        SessionStore,
        SessionViews,
        Sessions,
        SetupService,
        SignInService,
        UserStore,
        UsersService,
        HeldSessions,
        { provide: SESSION_CHECK, useExisting: HeldSessions },
        ...liveProviders,
      ],
      exports: [LiveHub, ServiceDirectory, Sessions, SetupService, UsersService],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(NulMiddleware, SessionMiddleware, ProxyMiddleware).forRoutes('{*path}');
  }
}
