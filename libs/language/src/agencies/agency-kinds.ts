import type { SubjectId } from '../subjects/subject-labels.js';

/** What kind of office answers for what. `names` are words of an office's name; a region's own handled issues correct the rest. */
export interface AgencyKind {
  /** Any of these phrases in an agency's name makes it one of this kind. */
  readonly names: readonly string[];
  readonly subjects: readonly SubjectId[];
  /** Words beside the subjects' own that speak for this kind. */
  readonly words: readonly string[];
}

const kind = (names: string, subjects: readonly SubjectId[], words: string): AgencyKind => ({
  names: names.split(', '),
  subjects,
  words: words.split(', '),
});

/** The usual offices of an Indonesian city or regency, first the most specific. Our own list. */
export const agencyKinds = {
  waterUtility: kind('pdam, air minum, tirta', ['water'], 'pdam, ledeng, pelanggan, meteran, tagihan'),
  electricity: kind('pln', ['electricity'], 'pln, token, gardu, voltase'),
  fireService: kind(
    'pemadam kebakaran, damkar, penyelamatan',
    ['fire', 'animals'],
    'damkar, tawon, ular, evakuasi, kebakaran',
  ),
  disaster: kind(
    'penanggulangan bencana, bpbd, kebencanaan',
    ['disaster', 'flooding'],
    'bencana, longsor, mengungsi, posko, tumbang',
  ),
  civilRegistry: kind(
    'kependudukan, pencatatan sipil, dukcapil, dispendukcapil, disdukcapil',
    ['civilRegistry'],
    'ktp, kk, akta, akte, nik, domisili, pindah, kia, kelahiran, kematian',
  ),
  social: kind(
    'sosial, dinsos',
    ['socialAid', 'poorHouseholdList'],
    'bansos, mbr, pkh, blt, dtks, lansia, disabilitas, odgj, gelandangan, pengemis, bantuan, tidak mampu, yatim',
  ),
  education: kind(
    'pendidikan, disdik, dikbud',
    ['schools', 'schoolAdmission', 'freeMeals'],
    'sekolah, ppdb, guru, spp, siswa, ijazah, zonasi, seragam',
  ),
  health: kind(
    'kesehatan, dinkes, rsud, rumah sakit, puskesmas',
    ['health', 'covid'],
    'puskesmas, bpjs, vaksin, dokter, obat, fogging, rumah sakit, dbd, swab',
  ),
  streetLights: kind('penerangan, energi', ['streetLights'], 'pju, lampu jalan, penerangan'),
  transport: kind(
    'perhubungan, dishub',
    ['traffic', 'transport', 'streetLights'],
    'parkir, jukir, rambu, lampu merah, angkot, bus, macet, pju, marka, halte, traffic light',
  ),
  publicWorks: kind(
    'pekerjaan umum, bina marga, sumber daya air, pengairan, dpu, dpupr, penataan ruang',
    ['roadDamage', 'drains', 'flooding'],
    'jalan rusak, aspal, paving, saluran, got, gorong, box culvert, drainase, banjir, pengerukan, sedimen, trotoar, jembatan',
  ),
  environment: kind(
    'lingkungan hidup, dlh, kebersihan, pertamanan',
    ['waste', 'treesAndParks', 'pollution'],
    'sampah, tps, pohon, pangkas, perantingan, taman, limbah, asap, bau, ranting, pencemaran',
  ),
  publicOrder: kind(
    'satuan polisi pamong praja, satpol, polisi pamong',
    ['streetVendors', 'noise', 'illegalLevies'],
    'pkl, liar, ketertiban, mengganggu, bising, razia, penertiban, miras, minuman',
  ),
  housing: kind(
    'perumahan, permukiman, perkim, cipta karya, pertanahan, rusun',
    ['housing', 'permits'],
    'rusun, rusunawa, rumah tidak layak, imb, bangunan, bedah rumah, tanah, surat ijo, tapak',
  ),
  permits: kind(
    'penanaman modal, pelayanan terpadu, dpmptsp',
    ['permits'],
    'izin, perizinan, nib, oss, ijin, reklame',
  ),
  employment: kind(
    'tenaga kerja, ketenagakerjaan, disnaker, perindustrian',
    ['employment'],
    'kerja, pekerjaan, lowongan, phk, pelatihan, upah, gaji, kartu kuning',
  ),
  trade: kind(
    'perdagangan, koperasi, usaha mikro, umkm, pasar',
    ['streetVendors', 'foodPrices', 'fuel'],
    'umkm, pasar, kios, pedagang, harga, stand, modal usaha, koperasi, swk',
  ),
  revenue: kind(
    'pendapatan daerah, bapenda, pajak, keuangan',
    ['tax'],
    'pbb, pajak, bphtb, sppt, retribusi, denda',
  ),
  communication: kind(
    'komunikasi dan informatika, komunikasi informatika, diskominfo, kominfo',
    ['publicOfficials'],
    'aplikasi, website, internet, wifi, kabel, cctv, situs, error, login',
  ),
  culture: kind(
    'kebudayaan, pariwisata, olah raga, olahraga, kepemudaan',
    [],
    'wisata, lapangan, gor, cagar budaya, museum, event, seni, futsal, stadion',
  ),
  personnel: kind(
    'kepegawaian, sumber daya manusia, bkd, bkpsdm',
    ['employment'],
    'pns, asn, cpns, pppk, pegawai, honorer, formasi',
  ),
  agriculture: kind(
    'pertanian, ketahanan pangan, perikanan, peternakan',
    ['animals', 'foodPrices'],
    'pupuk, sawah, petani, ternak, rabies, kucing, anjing, ikan, sapi, nelayan',
  ),
  family: kind(
    'pemberdayaan perempuan, perlindungan anak, keluarga berencana',
    ['safety'],
    'kekerasan, kdrt, anak, perempuan, pelecehan, perundungan, stunting',
  ),
  economy: kind('perekonomian', ['fuel', 'foodPrices'], 'gas, elpiji, bumd, pdam, inflasi'),
} as const satisfies Record<string, AgencyKind>;

export type AgencyKindId = keyof typeof agencyKinds;

/** The kinds that an agency's name speaks of; none for a kecamatan, a kelurahan or a name that the list does not know. */
export function kindsOfAgency(name: string): AgencyKindId[] {
  const spaced = ` ${name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  return (Object.keys(agencyKinds) as AgencyKindId[]).filter((id) =>
    agencyKinds[id].names.some((phrase) => spaced.includes(` ${phrase} `)),
  );
}
