export type PlaceLevel = 'province' | 'regency' | 'district' | 'village';

/** One administrative unit. `name` as in the source (`KOTA SURABAYA`, `Rungkut`); `parentCode` is empty for a province. */
export interface PlaceRow {
  readonly code: string;
  readonly name: string;
  readonly level: PlaceLevel;
  readonly parentCode: string;
}

/** Texts of the four CSV files of the npm package `idn-area-data` (ODbL): code, parent's code, name; provinces without parent. */
export interface PlaceTables {
  readonly provinces: string;
  readonly regencies: string;
  readonly districts: string;
  readonly villages: string;
}

function* rowsOf(table: string, level: PlaceLevel): Generator<PlaceRow> {
  let from = table.indexOf('\n') + 1;
  while (from > 0 && from < table.length) {
    const lineEnd = table.indexOf('\n', from);
    const end = lineEnd < 0 ? table.length : lineEnd;
    // The name is last and may hold quotes and commas, so only the first commas separate.
    const codeEnd = table.indexOf(',', from);
    const parentEnd = level === 'province' ? codeEnd : table.indexOf(',', codeEnd + 1);
    if (codeEnd > 0 && codeEnd < end && parentEnd > 0 && parentEnd < end) {
      const parentCode = level === 'province' ? '' : table.slice(codeEnd + 1, parentEnd);
      yield {
        code: table.slice(from, codeEnd),
        name: table.slice(parentEnd + 1, end).trim(),
        level,
        parentCode,
      };
    }
    from = end + 1;
  }
}

/** Reads the tables parents first, the order `buildGazetteer` wants. A line without its commas is left out. */
export function* readPlaceRows(tables: PlaceTables): Generator<PlaceRow> {
  yield* rowsOf(tables.provinces, 'province');
  yield* rowsOf(tables.regencies, 'regency');
  yield* rowsOf(tables.districts, 'district');
  yield* rowsOf(tables.villages, 'village');
}
