const unstorable = /\\u0000|\\ud[89a-f]/;

/**
 * Values as JSON that every store takes. PostgreSQL keeps neither NUL nor half a surrogate pair, and one such character would
 * refuse the whole batch for ever; each is replaced by U+FFFD, which keeps all offsets into the text.
 */
export function jsonPayload(rows: unknown): string {
  const json = JSON.stringify(rows);
  return unstorable.test(json) ? JSON.stringify(rows, (_, value: unknown) => storable(value)) : json;
}

function storable(value: unknown): unknown {
  return typeof value === 'string' ? storableText(value) : value;
}

const unstorableUnit = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const storableText = (text: string): string => text.replace(unstorableUnit, '\ufffd');
