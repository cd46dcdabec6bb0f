import type { SessionView } from '@kentongan/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { UserRecord } from '../accounts/user-record.js';
import { GATEWAY_OPTIONS, type GatewayOptions } from '../gateway.options.js';
import { RegionTable } from '../regions/region-table.js';
import { csrfTokenOf } from './session-key.js';

/** What the interface learns about the person in front of it. */
@Injectable()
export class SessionViews {
  constructor(
    @Inject(RegionTable) private readonly regions: RegionTable,
    @Inject(GATEWAY_OPTIONS) private readonly options: GatewayOptions,
  ) {}

  of(user: UserRecord, sessionId: string): SessionView {
    const { userId, userName, name, role, agencyId, mustChangePassword } = user;
    return {
      user: { userId, userName, name, role, agencyId, mustChangePassword },
      regions: this.regions
        .visibleTo(user.regionIds)
        .map(({ regionId, name, mode, timeZone }) => ({ regionId, name, mode, timeZone })),
      csrfToken: csrfTokenOf(sessionId),
      isDemo: this.options.isDemo ?? false,
    };
  }
}
