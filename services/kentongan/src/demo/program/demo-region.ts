import { RegionSettings } from '@kentongan/contracts';
import { cityCode } from '../city/places.js';

export const demoRegionId = 'kota-semarang';
export const demoSourceId = 'simulasi';

const agency = (agencyId: string, name: string, subjects: readonly string[], contact: string) => ({
  agencyId,
  name: `${name} (simulasi)`,
  subjects,
  publicContact: contact,
});

/** The desk of the demo: the places are real, the offices are stand-ins that nobody can call. */
export const demoRegion: RegionSettings = RegionSettings.parse({
  regionId: demoRegionId,
  name: 'Kota Semarang (simulasi)',
  mode: 'live',
  timeZone: 'Asia/Jakarta',
  placeRoots: [cityCode],
  agencies: [
    agency(
      'dinkes',
      'Dinas Kesehatan',
      ['health', 'covid', 'freeMeals'],
      'Loket Sehat Simulasi, pesan "SEHAT"',
    ),
    agency('pdam', 'PDAM', ['water'], 'Pusat Layanan Air Simulasi'),
    agency(
      'dpu',
      'Dinas Pekerjaan Umum',
      ['roadDamage', 'drains', 'flooding', 'streetLights'],
      'Posko Jalan Simulasi',
    ),
    agency(
      'dlh',
      'Dinas Lingkungan Hidup',
      ['waste', 'treesAndParks', 'pollution'],
      'Posko Kebersihan Simulasi',
    ),
    agency('disdik', 'Dinas Pendidikan', ['schools', 'schoolAdmission'], 'Layanan Sekolah Simulasi'),
    agency('dishub', 'Dinas Perhubungan', ['traffic', 'transport'], 'Posko Lalu Lintas Simulasi'),
    agency(
      'satpol-pp',
      'Satpol PP',
      ['safety', 'noise', 'streetVendors', 'animals'],
      'Posko Tertib Simulasi',
    ),
    agency('dukcapil', 'Dinas Kependudukan', ['civilRegistry', 'socialAid'], 'Layanan Warga Simulasi'),
  ],
  watchRules: [
    {
      id: 'keracunan-massal',
      phrases: ['keracunan massal', 'keracunan makanan'],
      count: 3,
      windowMinutes: 60,
    },
    { id: 'tanggul-jebol', phrases: ['tanggul jebol', 'tanggul ambrol'], count: 3, windowMinutes: 60 },
  ],
});
