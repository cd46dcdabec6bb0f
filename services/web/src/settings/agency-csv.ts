import type { RegionSettings } from '@kentongan/contracts';
import { identifierOf } from './identifier.js';
import { readCsv } from './read-csv.js';

type Agency = RegionSettings['agencies'][number];

export interface AgencyReading {
  readonly agencies: readonly Agency[];
  /** Lines that could not be used, counted from 1. */
  readonly badLines: readonly number[];
}

const headers: Readonly<Record<string, keyof Agency>> = {
  id: 'agencyId',
  kode: 'agencyId',
  agencyid: 'agencyId',
  nama: 'name',
  name: 'name',
  opd: 'name',
  pokok: 'subjects',
  subjek: 'subjects',
  subjects: 'subjects',
  tempat: 'placeCodes',
  places: 'placeCodes',
  placecodes: 'placeCodes',
  kontak: 'publicContact',
  contact: 'publicContact',
  publiccontact: 'publicContact',
};
const order: readonly (keyof Agency)[] = ['agencyId', 'name', 'subjects', 'placeCodes', 'publicContact'];

/** Agencies from a table with or without a header line; lists inside a cell are parted by `|` or `/`. */
export function readAgencies(text: string): AgencyReading {
  const rows = readCsv(text);
  const named = rows[0]?.map((cell) => headers[cell.toLowerCase().replace(/\s/g, '')]);
  const hasHeader = named?.includes('name') ?? false;
  const columns = hasHeader ? (named ?? []) : order;
  const agencies = new Map<string, Agency>();
  const badLines: number[] = [];
  rows.slice(hasHeader ? 1 : 0).forEach((row, index) => {
    const agency = agencyOf(row, columns);
    if (agency) agencies.set(agency.agencyId, agency);
    else badLines.push(index + (hasHeader ? 2 : 1));
  });
  return { agencies: [...agencies.values()], badLines };
}

function agencyOf(row: readonly string[], columns: readonly (keyof Agency | undefined)[]): Agency | null {
  const cell = (name: keyof Agency) => row[columns.indexOf(name)]?.trim() ?? '';
  const name = cell('name') || (row.length === 1 ? (row[0] ?? '') : '');
  const agencyId = identifierOf(cell('name') ? cell('agencyId') || name : name);
  if (name === '' || agencyId === '') return null;
  const contact = cell('publicContact');
  return {
    agencyId,
    name: name.slice(0, 200),
    subjects: listIn(cell('subjects')),
    placeCodes: listIn(cell('placeCodes')),
    ...(contact === '' ? {} : { publicContact: contact.slice(0, 300) }),
  };
}

const listIn = (cell: string): string[] =>
  cell
    .split(/[|/]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** The same table back, so that it can be edited in an office program. */
export function writeAgencies(agencies: readonly Agency[]): string {
  const quoted = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const rows = agencies.map((agency) =>
    [
      agency.agencyId,
      agency.name,
      agency.subjects.join('|'),
      agency.placeCodes.join('|'),
      agency.publicContact ?? '',
    ]
      .map(quoted)
      .join(','),
  );
  return ['id,nama,pokok,tempat,kontak', ...rows].join('\n');
}
