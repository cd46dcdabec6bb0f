import type { Account } from './desk-accounts.js';

const headers = ['user name', 'name', 'role', 'one-time password'] as const;

/** The passwords, once: they are stored nowhere. */
export function accountTable(accounts: readonly Account[]): string {
  const rows = accounts.map(({ userName, name, role, state, oneTimePassword }) => [
    userName,
    name,
    role,
    oneTimePassword ?? `(${state}, password as before)`,
  ]);
  const widths = headers.map((header, column) =>
    Math.max(header.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(headers), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
