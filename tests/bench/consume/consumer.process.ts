import { type Contender, contender } from './consumers.js';

/** One reading of the whole topic, as a contender's process is asked for it. */
export interface RoundPlan {
  readonly group: string;
  readonly messages: number;
}

export interface RoundReport {
  /** From having joined the group to the last message, so that the first fetch counts as well. */
  readonly seconds: number;
  /** Processor time of this process, all threads. */
  readonly processorSeconds: number;
  readonly handled: number;
  readonly refused: number;
}

/**
 * A contender in a process of its own: `node consumer.process.js NAME BROKERS`. So none pays for the memory of
 * another, and each keeps the code that was compiled for it.
 */
const [name, brokers = ''] = process.argv.slice(2);
const start = contender(name as Contender, brokers);

async function round({ group, messages }: RoundPlan): Promise<RoundReport> {
  let handled = 0;
  let refused = 0;
  let finish: () => void = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const count = (): void => {
    if (handled + refused >= messages) finish();
  };
  const consumer = await start(group, {
    onHandled: (more) => {
      handled += more;
      count();
    },
    onRefused: (more) => {
      refused += more;
      count();
    },
  });
  const startedAt = performance.now();
  const before = process.cpuUsage();
  await finished;
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(before);
  await consumer.stop();
  return { seconds, processorSeconds: (user + system) / 1_000_000, handled, refused };
}

process.on('message', (plan: RoundPlan) => {
  round(plan).then(
    (report) => process.send?.(report),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.once('disconnect', () => process.exit());
