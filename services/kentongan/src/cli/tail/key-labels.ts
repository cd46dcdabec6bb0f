import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { SignalKeyKind } from '@kentongan/contracts';
import { subjectLabels } from '@kentongan/language';
import type { Language } from './texts.js';

const require = createRequire(import.meta.url);

/** Turns `water|33.74.06` into "Air bersih di Pedurungan". Names of places are read when the first one is needed. */
export function keyLabels(language: Language): (kind: SignalKeyKind, value: string) => string {
  let names: ReadonlyMap<string, string> | null = null;
  const placeName = (code: string): string => {
    names ??= readPlaceNames();
    return names.get(code) ?? code;
  };
  return (kind, value) => {
    if (kind !== 'subjectPlace') return value;
    const [subject = '', place = '*'] = value.split('|');
    const label = Object.entries(subjectLabels).find(([id]) => id === subject)?.[1][language] ?? subject;
    return place === '*' ? label : `${label} di ${placeName(place)}`;
  };
}

/** Villages are left out: reading 80,000 of them for one line is not worth it, and signals name districts or larger. */
function readPlaceNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const table of ['provinces', 'regencies', 'districts']) {
    const text = readFileSync(require.resolve(`idn-area-data/data/${table}.csv`), 'utf8');
    for (const line of text.split('\n').slice(1)) {
      const fields = line.split(',');
      if (fields[0]) names.set(fields[0], fields.at(-1)?.trim() ?? fields[0]);
    }
  }
  return names;
}
