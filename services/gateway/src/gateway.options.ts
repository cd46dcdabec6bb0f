import type { ServiceUrls } from '@kentongan/platform';

export interface GatewayOptions {
  /** Absolute path; the set-up code lies in it as `setup-code` until there is an administrator. */
  readonly dataDirectory: string;
  /**
   * How many proxies of our own stand before this door, each adding one entry to X-Forwarded-For. 0, the default: that
   * header is what anybody writes, and is not read.
   */
  readonly trustedProxies?: number;
  /** Absolute path of the built web app (`index.html` and its files). Without it, a page says that it was not built. */
  readonly webDirectory?: string;
  /** The desk shows the simulated demo day. Default false. */
  readonly isDemo?: boolean;
  /** What the system page says of the database. Default `server`. */
  readonly databaseKind?: 'embedded' | 'server';
  /** Where the other services answer. Without it they live in this process. */
  readonly serviceUrls?: ServiceUrls;
}

/** Nest injection token of the options. */
export const GATEWAY_OPTIONS = Symbol('gateway options');
