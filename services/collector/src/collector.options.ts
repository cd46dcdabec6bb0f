import type { RegionSettings } from '@kentongan/contracts';
import type { SafeHttpClient, Secret } from '@kentongan/platform';
import type { IngestLimits } from './ingest/limits.js';

export interface CollectorOptions {
  /** Regions that exist whatever arrives. Others are made by a replay in historical mode alone. */
  readonly regions: readonly RegionSettings[];
  /** Regions that are made at the first start and then belong to the people of the desk, unlike `regions`. */
  readonly initialRegions?: readonly RegionSettings[];
  /** Absolute path; the author keys lie in it as `collector-keys.json`. */
  readonly dataDirectory: string;
  /** With it the keys of authors are derived from it and no file is kept: collectors need no folder in common. */
  readonly authorSecret?: Secret | null;
  /** Accounts of offices and media that stay readable in texts and links, with or without `@`. */
  readonly publicHandles?: readonly string[];
  /** Default 90: as long as raw posts are kept. */
  readonly authorKeyPeriodDays?: number;
  readonly limits?: Partial<IngestLimits>;
  /** The client that feeds are fetched with; the module closes it. Default: one of its own. */
  readonly http?: SafeHttpClient;
  /** False: feeds are not polled (several collectors, one of them polls). Default true. */
  readonly isPollingFeeds?: boolean;
}

/** Nest injection token of the options. */
export const COLLECTOR_OPTIONS = Symbol('collector options');
