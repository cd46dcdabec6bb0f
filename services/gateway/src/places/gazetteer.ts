import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { PlaceView } from '@kentongan/contracts';
import type { z } from 'zod';
import { shownName } from './place-name.js';
import { type PlaceLine, PlaceTable } from './place-table.js';

export type Place = z.infer<typeof PlaceView>;
export type PlaceLevel = Place['level'];

const require = createRequire(import.meta.url);
const files: Readonly<Record<PlaceLevel, string>> = {
  province: 'provinces',
  regency: 'regencies',
  district: 'districts',
  village: 'villages',
};
/** Largest first: who types `semarang` means the city before a village of that name. */
export const placeLevels = ['province', 'regency', 'district', 'village'] as const satisfies PlaceLevel[];
const codeDigits: readonly number[] = [2, 5, 8, 13];
const matchesPerLevelMax = 2_000;

export interface PlaceQuestion {
  readonly query: string;
  readonly levels: readonly PlaceLevel[];
  readonly within: string | null;
  readonly placesMax: number;
}

/** The names of Indonesia's administrative units (idn-area-data, ODbL), read when the first one is asked for. */
export class Gazetteer {
  private readonly tables = new Map<PlaceLevel, PlaceTable>();

  byCode(code: string): Place | null {
    const level = placeLevels[codeDigits.indexOf(code.length)];
    const line = level && this.table(level).find(code);
    return line ? this.placeOf(level, line) : null;
  }

  /** Larger units first; in each level the name itself, then names that begin so, then the others, by alphabet. */
  search({ query, levels, within, placesMax }: PlaceQuestion): Place[] {
    const wanted = query.trim().toLowerCase();
    const found: Place[] = [];
    for (const level of placeLevels) {
      if (!levels.includes(level) || found.length >= placesMax) continue;
      const lines = this.table(level).search(wanted, within, matchesPerLevelMax);
      const best = lines
        .map((line) => ({ line, rank: rankOf(line.name.toLowerCase(), wanted) }))
        .sort((a, b) => a.rank - b.rank || (a.line.name < b.line.name ? -1 : 1))
        .slice(0, placesMax - found.length);
      found.push(...best.map(({ line }) => this.placeOf(level, line)));
    }
    return found;
  }

  private placeOf(level: PlaceLevel, { code, name }: PlaceLine): Place {
    const depth = placeLevels.indexOf(level);
    // A village is told with its district and regency, the others with the unit above.
    const above = placeLevels.slice(Math.max(0, Math.min(depth - 1, 1)), depth).reverse();
    const names = above.map((each) => this.nameOf(each, code)).filter((each) => each !== null);
    return { code, name: shownName(name), level, fullName: [shownName(name), ...names].join(', ') };
  }

  private nameOf(level: PlaceLevel, code: string): string | null {
    const line = this.table(level).find(code.slice(0, codeDigits[placeLevels.indexOf(level)]));
    return line && shownName(line.name);
  }

  private table(level: PlaceLevel): PlaceTable {
    const known = this.tables.get(level);
    if (known) return known;
    const csv = readFileSync(require.resolve(`idn-area-data/data/${files[level]}.csv`), 'utf8');
    const table = new PlaceTable(csv);
    this.tables.set(level, table);
    return table;
  }
}

/** What a place is called without its kind: who looks for Semarang types neither KOTA nor KABUPATEN. */
const bare = (name: string): string =>
  name.replace(/^(kota administrasi|kabupaten administrasi|kota|kabupaten) /, '');

function rankOf(name: string, query: string): number {
  if (name === query || bare(name) === query) return 0;
  return name.startsWith(query) || bare(name).startsWith(query) ? 1 : 2;
}
