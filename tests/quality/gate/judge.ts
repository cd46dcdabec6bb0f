/** A figure as it was when it was last accepted, and how far chance alone may carry it. */
export interface StoredFigure {
  readonly value: number;
  readonly noise: number;
  /** Scores: higher is better unless this is set. */
  readonly isLowerBetter?: true;
}

export interface Verdict {
  readonly isOk: boolean;
  readonly words: string;
}

/** @param value null: it was not measured, and `why` says why */
export function judge(
  name: string,
  value: number | null,
  stored: StoredFigure | undefined,
  why = 'the evaluation does not give it',
): Verdict {
  if (!stored) {
    return value === null
      ? { isOk: true, words: `unguarded ${name}: ${why}; nothing is stored for it` }
      : {
          isOk: false,
          words: `FAILED ${name}: ${value}, but nothing is stored for it; store it with --update`,
        };
  }
  if (value === null)
    return { isOk: false, words: `FAILED ${name}: stored ${stored.value}, but not measured: ${why}` };
  const loss = stored.isLowerBetter ? value - stored.value : stored.value - value;
  const said = `${name}: ${value} (stored ${stored.value}, chance ±${stored.noise})`;
  if (!(loss <= stored.noise)) {
    const direction = stored.isLowerBetter ? 'rose' : 'fell';
    return {
      isOk: false,
      words: `FAILED ${said}: it ${direction} by ${round(loss)}, more than chance explains`,
    };
  }
  if (-loss > stored.noise) return { isOk: true, words: `better ${said}: store it with --update` };
  return { isOk: true, words: `ok     ${said}` };
}

const round = (value: number): number => Math.round(value * 100) / 100;
