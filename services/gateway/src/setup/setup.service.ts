import type { SetupBody } from '@kentongan/contracts';
import { DATABASE_POOL, withTransaction } from '@kentongan/database';
import { isSameSecret, Secret } from '@kentongan/platform';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type pg from 'pg';
import type { z } from 'zod';
import type { UserRecord } from '../accounts/user-record.js';
import { UserStore } from '../accounts/user-store.js';
import { UsersService } from '../accounts/users.service.js';
import { Audit } from '../audit/audit.js';
import { GATEWAY_OPTIONS, type GatewayOptions } from '../gateway.options.js';
import { alreadySetUp, wrongSetupCode } from '../gateway-errors.js';
import type { Browser } from '../sessions/browser.js';
import { type SignedIn, SignInService } from '../sessions/sign-in.service.js';
import { HeldBack } from '../throttle/held-back.js';
import { LoginThrottle } from '../throttle/login-throttle.js';
import { loadOrCreateSetupCode, plainCode, removeSetupCode } from './setup-code.js';

/** Under which tries of the code are counted; no user name has a bracket. */
const account = '(setup)';

/** First start: until there is an administrator, whoever has the code may become it. */
@Injectable()
export class SetupService {
  private readonly log = new Logger('Kentongan');
  /** An administrator stays one for good: the last one is never removed. */
  private isDone = false;

  constructor(
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(UserStore) private readonly store: UserStore,
    @Inject(UsersService) private readonly users: UsersService,
    @Inject(SignInService) private readonly signIn: SignInService,
    @Inject(LoginThrottle) private readonly throttle: LoginThrottle,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(GATEWAY_OPTIONS) private readonly options: GatewayOptions,
  ) {}

  async isSetUp(): Promise<boolean> {
    if (this.isDone) return true;
    this.isDone = (await this.store.administrators()).length > 0;
    if (this.isDone) removeSetupCode(this.options.dataDirectory);
    return this.isDone;
  }

  /** Tells the operator at the first start where to go and with which code; later says nothing. */
  async announce(url: string): Promise<void> {
    // The demo makes its own people a moment later.
    if (this.options.isDemo || (await this.isSetUp())) return;
    const code = loadOrCreateSetupCode(this.options.dataDirectory).reveal();
    this.log.log(`Buka ${url}/setup dan masukkan kode ${code} · open ${url}/setup and enter code ${code}`);
  }

  async setUp(body: z.infer<typeof SetupBody>, browser: Browser): Promise<SignedIn> {
    if (await this.isSetUp()) throw alreadySetUp();
    await this.requireCode(body.setupCode, browser);
    const { userName, name, password } = body;
    const user = await this.users.createRecord({ userName, name, role: 'admin' }, password);
    await withTransaction(this.pool, (client) => this.insertFirst(user, browser, client));
    await this.isSetUp();
    return this.signIn.begin(user, browser);
  }

  private async requireCode(given: string, browser: Browser): Promise<void> {
    const reservation = await this.throttle.reserve(account, browser);
    if (reservation.isHeldBack) throw new HeldBack(reservation.retryAfterSeconds);
    const expected = plainCode(loadOrCreateSetupCode(this.options.dataDirectory).reveal());
    if (isSameSecret(plainCode(given), new Secret(expected)))
      return this.throttle.succeeded(reservation.attemptId);
    await this.audit.add({ action: 'loginFailed', account, address: browser.address });
    throw wrongSetupCode();
  }

  /** Two browsers with the code at once: one becomes administrator, the other is told that it is done. */
  private async insertFirst(user: UserRecord, { address }: Browser, client: pg.PoolClient): Promise<void> {
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('gateway accounts', 0))");
    if ((await this.store.administrators(client)).length > 0) throw alreadySetUp();
    await this.users.insert(user, null, client);
    await this.audit.add({ action: 'deskSetUp', account: user.userName, by: user, address }, client);
  }
}
