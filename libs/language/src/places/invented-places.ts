import { buildGazetteer, type Gazetteer } from './gazetteer.js';
import type { PlaceLevel, PlaceRow } from './place-rows.js';

const row = (code: string, name: string): PlaceRow => {
  const parts = code.split('.');
  const levels: PlaceLevel[] = ['province', 'regency', 'district', 'village'];
  return { code, name, level: levels[parts.length - 1]!, parentCode: parts.slice(0, -1).join('.') };
};

/** Two provinces with everything that is hard: namesakes, a kota and a kabupaten of one name, names that are words. */
export const inventedRows: readonly PlaceRow[] = [
  row('90', 'JAWA TENGAH'),
  row('91', 'JAWA TIMUR'),
  row('90.01', 'KABUPATEN TEGAL'),
  row('90.02', 'KOTA TEGAL'),
  row('90.03', 'KABUPATEN BATANG'),
  row('91.01', 'KOTA SURABAYA'),
  row('91.02', 'KABUPATEN BANYUWANGI'),
  row('91.03', 'KABUPATEN SERANG'),
  row('90.01.01', 'Bener'),
  row('90.01.02', 'Gunung Sari'),
  row('90.02.01', 'Margadana'),
  row('91.01.01', 'Genteng'),
  row('91.01.02', 'Gununganyar'),
  row('91.01.03', 'Wonokromo'),
  row('91.02.01', 'Genteng'),
  row('91.02.02', 'Tegaldlimo'),
  row('90.01.01.2001', 'Yang'),
  row('90.01.01.2002', 'Sukaraja'),
  row('90.01.01.2003', 'Jepang'),
  row('90.01.01.2004', 'Kabupaten'),
  row('90.02.01.1001', 'Sukaraja'),
  row('91.01.01.1001', 'Ketabang'),
  row('91.01.02.1001', 'Gunung Anyar Tambak'),
  row('91.01.03.1001', 'Ngagel'),
  row('91.01.03.1002', 'Darmo'),
  row('91.01.03.1003', 'Tegaldlimo'),
  row('91.02.02.2001', 'Sukaraja'),
  row('91.02.02.2002', 'Joko'),
];

export const inventedGazetteer = (): Gazetteer => buildGazetteer(inventedRows);
