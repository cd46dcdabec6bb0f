import type { MisinformationType } from '@kentongan/contracts';

interface TypeWords {
  /** How fact-checkers name it, in either language. */
  readonly named: RegExp;
  readonly label: string;
  /** What that trick is, for somebody who never heard the term. */
  readonly explained: string;
}

/** The seven types of First Draft (Wardle 2017), as Indonesian fact-checkers name them. */
const types: Readonly<Record<MisinformationType, TypeWords>> = {
  satireParody: {
    named: /\bsatire\b|\bsatir\b|\bparodi\b|\bparody\b/i,
    label: 'satire atau parodi',
    explained: 'aslinya lelucon, lalu dibagikan seolah-olah sungguhan',
  },
  falseConnection: {
    named: /koneksi yang salah|false connection/i,
    label: 'koneksi yang salah',
    explained: 'judul, gambar, atau keterangannya tidak sesuai dengan isinya',
  },
  misleadingContent: {
    named: /konten (?:yang )?menyesatkan|misleading content/i,
    label: 'konten yang menyesatkan',
    explained: 'sebagian bahannya nyata, tetapi dirangkai sehingga memberi arti lain',
  },
  falseContext: {
    named: /konteks (?:yang )?salah|false context/i,
    label: 'konteks yang salah',
    explained: 'bahannya nyata, tetapi berasal dari waktu, tempat, atau peristiwa lain',
  },
  imposterContent: {
    named: /konten tiruan|impost[eo]r content/i,
    label: 'konten tiruan',
    explained: 'pesan itu mengatasnamakan pihak yang tidak membuatnya',
  },
  manipulatedContent: {
    named: /konten (?:yang )?(?:dimanipulasi|manipulasi)|manipulated content/i,
    label: 'konten yang dimanipulasi',
    explained: 'bahan aslinya diubah atau disunting untuk mengecoh',
  },
  fabricatedContent: {
    named: /konten palsu|fabricated content/i,
    label: 'konten palsu',
    explained: 'isinya dibuat-buat, tidak ada kejadian nyata di baliknya',
  },
};

/** The type that a fact-check names in its conclusion; null when it names none, or more than one. */
export function misinformationTypeOf(conclusion: string): MisinformationType | null {
  const named = (Object.keys(types) as MisinformationType[]).filter((type) =>
    types[type].named.test(conclusion),
  );
  return named.length === 1 ? named[0]! : null;
}

/** The trick in one sentence, with whose word it is. */
export function trickSentence(type: MisinformationType, publisher: string | undefined): string {
  const { label, explained } = types[type];
  return `${publisher ?? 'Pemeriksa fakta'} menggolongkannya sebagai ${label}: ${explained}.`;
}
