import type { SourceView } from '@kentongan/contracts';

type Source = Pick<SourceView, 'sourceId' | 'name' | 'state' | 'since'>;

export interface SourceSilence {
  /** Sources that the chart rests on and that do not deliver as they should. */
  readonly missing: readonly Source[];
  /** Since when no source at all delivered; null while one does. */
  readonly silentSince: number | null;
}

/**
 * What the sources of a chart leave unknown. `chosen`: the sources it is filtered by, none = all. A source that is late
 * may still have posts, one that is over its quota or down has none: only those make a silence.
 */
export function sourceSilence(sources: readonly Source[], chosen: readonly string[] = []): SourceSilence {
  const used = chosen.length === 0 ? sources : sources.filter((source) => chosen.includes(source.sourceId));
  const missing = used.filter((source) => source.state !== 'live');
  const isSilent =
    used.length > 0 && used.every((source) => source.state === 'down' || source.state === 'overQuota');
  return {
    missing,
    silentSince: isSilent ? Math.max(...used.map((source) => Date.parse(source.since))) : null,
  };
}
