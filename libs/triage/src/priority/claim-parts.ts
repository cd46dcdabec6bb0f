import type { PriorityPart } from '@kentongan/contracts';
import { wordsFoundIn } from '../issue/word-finder.js';
import { type Harm, harmScoreMax } from './harm-checklist.js';
import type { Judged } from './priority-input.js';
import { known, unknown } from './speed-parts.js';

/** A part's words are shown to the officer; so many of them are enough. */
const wordsShownMax = 6;
const shown = (words: readonly string[]): string => words.slice(0, wordsShownMax).join(', ');

/** What borrows the voice of an office: letters, logos, names of authorities. */
const officialWords: readonly string[] = [
  'surat edaran',
  'surat resmi',
  'pengumuman',
  'pengumuman resmi',
  'info resmi',
  'himbauan',
  'imbauan',
  'instruksi',
  'atas perintah',
  'kemenkes',
  'kemensos',
  'bmkg',
  'bpom',
  'bpjs',
  'polda',
  'polres',
  'dari polri',
  'dari tni',
  'dinkes',
  'menurut wali kota',
  'instruksi wali kota',
  'kata petugas',
  'orang dalam',
  'menurut dokter',
  'kata dokter',
  'menurut ahli',
];

const vulnerableWords: readonly string[] = [
  'bayi',
  'balita',
  'ibu hamil',
  'lansia',
  'difabel',
  'disabilitas',
  'pengungsi',
  'anak yatim',
  'santri',
  'siswa',
  'murid',
  'anak sekolah',
  'pasien',
  'warga miskin',
];
const disasterSubjects = ['disaster', 'flooding', 'fire'];

const questionsFullShare = 0.5;
/** What is left of the void once somebody official has spoken. */
const answeredShare = 0.3;
/** Press posts at which the pick-up is full. */
const pressPostsFull = 4;
/** Sounding official in one word is half of it. */
const officialWordsFull = 2;

export function harmPart(harm: Harm | null): PriorityPart {
  if (!harm) return unknown('harm');
  if (harm.score === 0) return known('harm', 0, 'noHarmFound', {});
  return known('harm', harm.score / harmScoreMax, 'harmChecklist', {
    score: harm.score,
    kinds: harm.kinds.join(', '),
    words: shown(harm.words),
  });
}

export function believabilityPart({ texts }: Judged): PriorityPart {
  if (texts.length === 0) return unknown('believability');
  const words = wordsFoundIn(texts, officialWords);
  if (words.length === 0) return known('believability', 0, 'nothingOfficial', {});
  return known('believability', words.length / officialWordsFull, 'soundsOfficial', { words: shown(words) });
}

export function vulnerabilityPart({ texts, subjects }: Judged): PriorityPart {
  if (texts.length === 0 && subjects.length === 0) return unknown('vulnerability');
  const words = wordsFoundIn(texts, vulnerableWords);
  const disaster = subjects.find((subject) => disasterSubjects.includes(subject));
  if (words.length > 0 && disaster)
    return known('vulnerability', 1, 'vulnerableInDisaster', { words: shown(words), subject: disaster });
  if (words.length > 0) return known('vulnerability', 0.6, 'vulnerablePeople', { words: shown(words) });
  if (disaster) return known('vulnerability', 0.5, 'ongoingDisaster', { subject: disaster });
  return known('vulnerability', 0, 'nobodyVulnerableNamed', {});
}

/** People ask and nobody official answers. */
export function informationVoidPart({ shares }: Judged): PriorityPart {
  if (!shares) return unknown('informationVoid');
  const questions = shares.counted.question;
  const official = shares.officialPosts + shares.counted.officialInfo;
  if (questions === 0) return known('informationVoid', 0, 'noQuestions', {});
  const share = shares.type.question / questionsFullShare;
  return official > 0
    ? known('informationVoid', share * answeredShare, 'questionsAnswered', { questions, official })
    : known('informationVoid', share, 'questionsWithoutAnswer', { questions });
}

export function knownHoaxPart({ fact, shares, signal }: Judged): PriorityPart {
  if (fact)
    return known('knownHoax', 1, 'resemblesFact', {
      factId: fact.factId,
      posts: shares?.topFact?.posts ?? signal?.count ?? 1,
    });
  return signal || shares ? known('knownHoax', 0, 'noFact', {}) : unknown('knownHoax');
}

export function mainstreamPart({ shares }: Judged): PriorityPart {
  if (!shares) return unknown('mainstream');
  const posts = shares.pressPosts;
  if (posts === 0) return known('mainstream', 0, 'noPress', {});
  return known('mainstream', 0.5 + posts / pressPostsFull / 2, 'pressPosts', { posts });
}
