/** One hand-written step of a schema. Never changed once released: a later one corrects it. */
export interface SqlMigration {
  /** Milliseconds since the epoch, 13 digits; the order in which migrations run. */
  readonly timestamp: number;
  /** CamelCase, for example `AddSourceQuota`. */
  readonly name: string;
  /** SQL statements; unqualified names mean the schema's own. All pending migrations run in one transaction. */
  readonly up: string;
  readonly down: string;
}

/** The name under which TypeORM records a migration: it wants the timestamp at the end. */
export function recordedName({ name, timestamp }: SqlMigration): string {
  return `${name}${timestamp}`;
}

export function requireValid(migrations: readonly SqlMigration[]): void {
  for (const { name, timestamp } of migrations) {
    if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) throw new TypeError(`migration name is not CamelCase: ${name}`);
    if (!/^[1-9]\d{12}$/.test(String(timestamp)))
      throw new TypeError(`timestamp of migration ${name} is not 13 digits: ${timestamp}`);
  }
  if (new Set(migrations.map(({ timestamp }) => timestamp)).size < migrations.length)
    throw new TypeError('two migrations have the same timestamp');
}
