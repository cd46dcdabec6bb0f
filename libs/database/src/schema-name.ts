const schemaNamePattern = /^[a-z][a-z0-9_]{0,39}$/;

/**
 * A schema's name as SQL text. Names cannot be parameters of a statement, so only plain ones are let through.
 * @throws TypeError on anything but 1 to 40 lower-case letters, digits and underscores, a letter first
 */
export function quotedSchema(schema: string): string {
  if (!schemaNamePattern.test(schema)) throw new TypeError(`not a schema name: ${JSON.stringify(schema)}`);
  return `"${schema}"`;
}
