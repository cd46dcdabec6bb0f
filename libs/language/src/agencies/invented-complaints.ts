/** Invented complaints for tests: agency and text. */
const lines: readonly (readonly [agency: string, texts: readonly string[]])[] = [
  [
    'Dinas Terang',
    [
      'lampu gang padam gelap sekali',
      'lampu jalan mati di tikungan',
      'tiang lampu roboh',
      'lampu taman berkedip',
      'gelap karena lampu mati',
    ],
  ],
  [
    'Dinas Bersih',
    [
      'sampah menumpuk bau',
      'truk sampah tidak datang',
      'bak sampah penuh',
      'sampah berserakan di pasar',
      'bau dari tumpukan sampah',
    ],
  ],
  [
    'other',
    ['kapan rapat warga', 'minta jadwal rapat', 'surat pengantar rapat', 'ruang rapat kotor', 'rapat batal'],
  ],
];
const rounds = 6;

/** @returns complaints of all agencies by turns, as in an archive in order of time */
export function inventedComplaints(): { text: string; agency: string }[] {
  return Array.from({ length: rounds * 5 }, (_, at) =>
    lines.map(([agency, texts]) => ({ agency, text: `${texts[at % texts.length]} nomor kampung${at}` })),
  ).flat();
}
