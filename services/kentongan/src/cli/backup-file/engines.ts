import type { Configuration } from '@kentongan/platform';
import { CommandError } from '../desk/command-error.js';

/**
 * A backup that left out what lies in Kafka or Elasticsearch would look whole and not be it.
 * @throws CommandError when part of the desk is not in its database
 */
export function requireEnginesHere(
  { kafkaBrokers, elasticsearchUrl }: Pick<Configuration, 'kafkaBrokers' | 'elasticsearchUrl'>,
  verb: string,
): void {
  const elsewhere = [kafkaBrokers && 'KAFKA_BROKERS', elasticsearchUrl && 'ELASTICSEARCH_URL'].filter(
    Boolean,
  );
  if (elsewhere.length > 0)
    throw new CommandError(
      `${elsewhere.join(' and ')} is set, and ${verb} knows only what lies in PostgreSQL. Nothing was done.`,
    );
}
