import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** One kelurahan with the kecamatan around it, as the gazetteer names them. */
export interface CityPlace {
  readonly district: string;
  readonly districtCode: string;
  readonly village: string;
}

export const cityCode = '33.74';

/** The kelurahan of Kota Semarang, from the gazetteer that the analyzer uses. */
export function cityPlaces(): readonly CityPlace[] {
  const districts = new Map(rows('districts').map(([code = '', , name = '']) => [code, name]));
  return rows('villages').flatMap(([code = '', districtCode = '', village = '']) => {
    const district = districts.get(districtCode);
    return district === undefined || !code.startsWith(`${cityCode}.`)
      ? []
      : [{ district, districtCode, village }];
  });
}

function rows(table: string): string[][] {
  return readFileSync(require.resolve(`idn-area-data/data/${table}.csv`), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(`${cityCode}.`))
    .map((line) => line.split(',').map((cell) => cell.trim()));
}
