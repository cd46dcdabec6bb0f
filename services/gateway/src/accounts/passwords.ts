import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { tooBusy } from '../gateway-errors.js';

/** OWASP password storage cheat sheet: argon2id, 19 MiB, 2 passes, 1 lane. The package's default algorithm is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Each takes 19 MiB and one of the four threads that files and names are read with, too. */
const runningMax = 2;
const waitingMax = 100;

/** Hashes and checks passwords off the event loop, a few at a time: a flood of logins waits in line and cannot take the machine. */
@Injectable()
export class Passwords implements OnModuleInit {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private dummy: Promise<string> | null = null;

  /** Before the first login: making it then would tell that the name is unknown. */
  async onModuleInit(): Promise<void> {
    await this.dummyHash();
  }

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, cost));
  }

  /** `stored` is null for an account that does not exist: it costs the same time and is never right. */
  async isRight(password: string, stored: string | null): Promise<boolean> {
    const against = stored ?? (await this.dummyHash());
    const matches = await this.inTurn(() => verify(against, password));
    return matches && stored !== null;
  }

  private dummyHash(): Promise<string> {
    this.dummy ??= this.hash('no account has this password').catch((error: unknown) => {
      this.dummy = null;
      throw error;
    });
    return this.dummy;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= runningMax) {
      if (this.waiting.length >= waitingMax) throw tooBusy();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.running += 1;
    try {
      return await work();
    } finally {
      // The turn is handed on as it is; only when nobody waits is one given back.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
