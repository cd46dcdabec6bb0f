/** One thing the process cannot do without. */
export interface Probe {
  readonly name: string;
  /** Rejects when it does not answer. */
  check(): Promise<unknown>;
}

export interface Readiness {
  readonly ready: boolean;
  /** Names of what does not answer; also `starting` and `stopping`, the process itself. */
  readonly failing: readonly string[];
  /** Streams whose tables are still being read. */
  readonly catchingUp: readonly string[];
}

const answerMillisecondsMax = 2_000;
/** A crowd of probes asks the servers no more often than this. */
const keptMilliseconds = 500;

/** Whether this process can do its work now. What it says holds names alone: it is open to everybody. */
export class Health {
  private phase: 'starting' | 'serving' | 'stopping' = 'starting';
  private latest: { readonly at: number; readonly failing: Promise<readonly string[]> } | null = null;

  constructor(
    private readonly probes: readonly Probe[],
    private readonly behind: () => readonly string[],
  ) {}

  serving(): void {
    this.phase = 'serving';
  }

  stopping(): void {
    this.phase = 'stopping';
  }

  async readiness(): Promise<Readiness> {
    const own = this.phase === 'serving' ? [] : [this.phase];
    const failing = [...own, ...(await this.failing())];
    const catchingUp = this.behind();
    return { ready: failing.length === 0 && catchingUp.length === 0, failing, catchingUp };
  }

  private failing(): Promise<readonly string[]> {
    const now = performance.now();
    if (this.latest === null || now - this.latest.at > keptMilliseconds)
      this.latest = { at: now, failing: askAll(this.probes) };
    return this.latest.failing;
  }
}

async function askAll(probes: readonly Probe[]): Promise<readonly string[]> {
  const answers = await Promise.all(probes.map(doesAnswer));
  return probes.filter((_, index) => !answers[index]).map(({ name }) => name);
}

async function doesAnswer(probe: Probe): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), answerMillisecondsMax);
  });
  const asked = probe.check().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
