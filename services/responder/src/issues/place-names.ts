import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Injectable } from '@nestjs/common';

const require = createRequire(import.meta.url);
const namesKeptMax = 5_000;

/** Files of the gazetteer by length of the code: `33`, `33.74`, `33.74.06`, `33.74.06.1003`. */
const tables: Readonly<Record<number, string>> = {
  2: 'provinces',
  5: 'regencies',
  8: 'districts',
  13: 'villages',
};

/**
 * Names of places by their codes. A table is read when a name of it is asked for and let go again: a desk meets a few
 * dozen places, and 3 MB of villages in memory would serve nobody.
 */
@Injectable()
export class PlaceNames {
  private readonly known = new Map<string, string>();

  /** Names of those codes that there are, `Pedurungan`, `Kota Semarang`. */
  async of(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const missing = codes.filter((code) => !this.known.has(code));
    for (const length of new Set(missing.map((code) => code.length))) {
      const table = tables[length];
      if (table)
        await this.read(
          table,
          missing.filter((code) => code.length === length),
        );
    }
    return new Map(
      codes.flatMap((code) => {
        const name = this.known.get(code);
        return name === undefined ? [] : [[code, name] as const];
      }),
    );
  }

  private async read(table: string, codes: readonly string[]): Promise<void> {
    const text = await readFile(require.resolve(`idn-area-data/data/${table}.csv`), 'utf8');
    for (const code of codes) {
      const start = text.indexOf(`\n${code},`);
      if (start < 0) continue;
      const line = text.slice(start + 1, endOfLine(text, start + 1));
      const name = line
        .split(',')
        .slice(table === 'provinces' ? 1 : 2)
        .join(',')
        .trim();
      if (this.known.size >= namesKeptMax) this.known.clear();
      if (name !== '') this.known.set(code, inTitleCase(name));
    }
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** `KOTA SEMARANG` → `Kota Semarang`; names that already have small letters stay. */
function inTitleCase(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s(/-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
