const words = (list: string): string[] => list.trim().split(/\s+/);

/** Classes of words that stand beside names in writing of any kind. Our own list. */
const classes: readonly (readonly [mark: number, list: string])[] = [
  [
    2,
    `di ke dari asal warga wilayah daerah kawasan sekitar area masyarakat menuju kampung dusun stasiun pasar terminal
    bandara pelabuhan polres polresta polda pantai negara pulau kerajaan republik sungai gunung laut selat danau teluk hotel
    gedung stadion rs rsud rumah lapas rutan masjid gereja universitas jalan jl`,
  ],
  [
    3,
    `provinsi propinsi kabupaten kab kota kotamadya kecamatan kec kelurahan kel desa gubernur bupati walikota camat lurah
    pemprov pemkab pemkot distrik dprd kejari kejati kapolres kapolda`,
  ],
  [
    4,
    `pak bapak ibu mas presiden menteri ketua kata ujar jelas tutur ungkap jenderal kh prof dr drs ir sekretaris anggota
    direktur pelatih pemain penyanyi aktor aktris raja ratu`,
  ],
  [5, `pt partai bank dinas kementerian klub tim fc persatuan komisi badan lembaga organisasi perusahaan`],
];

const markOfWord = new Map(
  classes.flatMap(([mark, list]) => words(list).map((word) => [word, mark] as const)),
);

/** 1 = no cue, 2 = a place follows, 3 = a kind of unit or its office, 4 = a person follows, 5 = an organisation follows. */
export function cueMark(word: string): number {
  return markOfWord.get(word) ?? 1;
}
