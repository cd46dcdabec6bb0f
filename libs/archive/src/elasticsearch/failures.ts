import { errors } from '@elastic/elasticsearch';

/** Elasticsearch cannot be reached, or cannot take what it is given now: the same call will work when it is well again. */
export class ArchiveOutage extends Error {
  override readonly name = 'ArchiveOutage';
}

/** Type of the error that Elasticsearch gave, or of the one that caused it; '' for anything else. */
export function errorTypes(error: unknown): string {
  if (!(error instanceof errors.ResponseError)) return '';
  const types: string[] = [];
  let at = (error.body as ErrorBody | undefined)?.error;
  for (let depth = 0; depth < causesMax && typeof at === 'object'; depth += 1) {
    for (const cause of [
      at,
      ...(at.root_cause ?? []),
      ...(at.failed_shards ?? []).map((each) => each.reason),
    ])
      if (cause?.type) types.push(cause.type);
    at = at.caused_by;
  }
  return types.join(' ');
}

const causesMax = 5;

interface Cause {
  readonly type?: string;
  readonly caused_by?: Cause;
  readonly root_cause?: readonly Cause[];
  readonly failed_shards?: readonly { readonly reason?: Cause }[];
}

interface ErrorBody {
  readonly error?: Cause;
}

export const isMissingIndex = (error: unknown): boolean => errorTypes(error).includes('index_not_found');

export const isThereAlready = (error: unknown): boolean =>
  errorTypes(error).includes('resource_already_exists');

/** Statuses that pass: too busy, blocked, broken down. Not told apart from 401 and 403, which an operator has to mend. */
const isPassing = (status: number | undefined): boolean =>
  status === undefined || status === 429 || status === 401 || status === 403 || status >= 500;

/** Runs one request. What a later try may change is thrown as an outage, everything else as it came. */
export async function asking<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    throw outageOf(error) ?? error;
  }
}

export function outageOf(error: unknown): ArchiveOutage | null {
  if (error instanceof errors.ResponseError && !isPassing(error.statusCode)) return null;
  if (!(error instanceof errors.ElasticsearchClientError)) return null;
  return new ArchiveOutage(`Elasticsearch: ${firstLine(error.message)}`, { cause: error });
}

const detailCharactersMax = 200;

export const firstLine = (text: string): string => text.split('\n', 1)[0]!.slice(0, detailCharactersMax);
