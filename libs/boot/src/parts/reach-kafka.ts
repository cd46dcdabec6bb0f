/** The client's own patience is that of a running service: most of a minute. */
const answerMillisecondsMax = 9_000;

/** The start is given up; what was accepted before waits where it is. */
class StreamsUnreachable extends Error {
  readonly whatHappened: string;
  readonly whatToDo =
    'start Kafka, or mend KAFKA_BROKERS: the addresses must be reachable from here, and so must those that the broker ' +
    'advertises (advertised.listeners). With TLS or a sign-in, look at KAFKA_TLS, KAFKA_USERNAME and KAFKA_PASSWORD as well.';

  constructor(brokers: readonly string[], cause: unknown) {
    const said = cause instanceof Error ? cause.message : String(cause);
    super(`Kafka does not answer at ${brokers.join(', ')}: ${said}`, { cause });
    this.whatHappened = `${this.message}.`;
  }
}

/** Waits for the first answer, but not long. @throws StreamsUnreachable */
export async function reachKafka(
  ping: Promise<void>,
  brokers: readonly string[],
  millisecondsMax = answerMillisecondsMax,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), millisecondsMax);
  });
  try {
    await Promise.race([ping, late]);
  } catch (error) {
    throw new StreamsUnreachable(brokers, error);
  } finally {
    clearTimeout(timer);
  }
}
