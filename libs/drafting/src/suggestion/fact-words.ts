import type { Fact, MisinformationType } from '@kentongan/contracts';
import { ownFactPrefix } from '../own-facts.js';
import { maskPersons } from '../privacy/mask-persons.js';
import { visibleText } from '../privacy/visible-text.js';
import { contentStems } from '../text/content-words.js';
import { repeatsMyth } from '../text/repeats-myth.js';
import { cutAtWord, sentencesOf } from '../text/sentences.js';
import { misinformationTypeOf, trickSentence } from './misinformation-types.js';

const mythCharactersMax = 300;
const headlineCharactersMax = 160;
const headlineCharactersMin = 15;
const sectionSentencesMax = 3;
/** Fewer words of meaning are a stamp: "Informasi itu tidak benar." teaches nobody anything. */
const tellingStemsMin = 2;

/** What publishers write before or after the claim in a title: a stamp, not a part of what is said. */
const stamp =
  /^\s*(?:[[(](?:[^\])]{1,40})[\])]\s*[:!-]?\s*)+|^\s*(?:cek fakta|hoaks|hoax|disinformasi|misinformasi|salah|keliru|tidak benar|menyesatkan|fakta atau hoaks|fact check)\s*[:!,.-]+\s*|^\s*(?:hoaks|hoax|tidak benar|keliru)[,!]?\s+(?:klaim |kabar |narasi |informasi )?(?:bahwa )?|\s*[[(](?:hoaks|hoax|salah|keliru)[\])]\s*$/i;
const trueStamp = /^\s*[[(](?:benar|fakta|klarifikasi)[\])]/i;
const refutation =
  /\b(?:tidak benar|tidak terbukti|tidak tepat|tidak sesuai|tidak berdasar|tidak pernah|tidak ada|tidak (?:di)?temukan|bukan|phishing|deepfake|buatan ai|hasil ai|kecerdasan buatan|keliru|salah|palsu|hoaks|hoax|menyesatkan|disunting|rekayasa|manipulasi|fabrikasi|dipelintir|dikutip di luar konteks)\b/i;
/** Where pictures, letters and links of other times and places are used. */
const misusedMaterial =
  /\b(?:foto|video|gambar|rekaman|surat|tautan|akun|potongan|suara|cuplikan)\b.*\b(?:lama|lain|berbeda|suntingan|tiruan|dibuat|latihan|konteks|potongan|tahun lalu|(?:19|20)\d\d)\b/i;
const materialIsFalse =
  /\b(?:tidak (?:di)?temukan|(?:buatan|hasil) ai|rekayasa|disunting|deepfake|phishing)\b/i;
const signpost = /^(?:selengkapnya|baca juga|sumber|referensi|rujukan|kesimpulan\s*:?\s*$|hasil cek fakta)/i;
/** "Video itu direkam …" means nothing to a reader who has not met the video yet. */
const pointsBack =
  /^(?:dengan demikian|jadi|maka|hal|ini|itu|dia|ia|mereka|video|foto|gambar|tautan|akun|unggahan|postingan|pesan|klaim)\b|^.{0,60}\b(?:itu|ini|tersebut|beredar)\b/i;
const opening = /^(?:faktanya|sebenarnya|padahal|adapun|nyatanya|yang benar|faktanya adalah)\s*[,:]?\s+/i;

const label = /\b(?:hoaks|hoax)\b/i;

/** Who wrote it is no part of what it says. */
const signature = /\((?:ditulis|penulis|artikel|oleh)[^)]{0,120}\)/gi;
/** "Jadi, unggahan berisi klaim … merupakan konten palsu (fabricated content)." tells the claim again. */
const classifying =
  /\b(?:merupakan|adalah|termasuk|tergolong|kategori)\b.{0,60}\b(?:konten|content|context|connection|satire|parodi)\b/i;
/** About the claim and the search for it, not about what is the case. */
const aboutClaim = /\b(?:klaim|narasi|unggahan|konten|tidak (?:di)?temukan|tidak ada)\b/i;
/** A sentence longer than this is no sentence, and would be slow to search. */
const sentenceCharactersMax = 1_000;

/** A fact-check taken apart: what was claimed, what is wrong with it, what is the case. Empty = it does not say. */
export interface FactWords {
  /** The publisher found the claim true: there is no myth. */
  readonly isTrue: boolean;
  /** The claim in one sentence. */
  readonly myth: string;
  /** A sentence that says the fact and stands alone. */
  readonly headline: string;
  readonly whyWrong: string;
  /** The trick, where the publisher names one. */
  readonly type: MisinformationType | null;
  readonly explanation: string;
}

/** Takes a fact-check's own words apart; nothing is added to them. */
export function factWordsOf(fact: Fact): FactWords {
  const title = withoutStamp(fact.title);
  const isOwn = fact.factId.startsWith(ownFactPrefix);
  const isTrue = trueStamp.test(fact.title) || (isOwn && !fact.hoaxText);
  const myth = isTrue ? '' : mythOf(fact, title);
  const conclusion = visibleText(fact.conclusion ?? '').replace(signature, ' ');
  const type = isTrue ? null : misinformationTypeOf(conclusion);
  const sentences = sentencesOf(conclusion).filter(
    (sentence) =>
      sentence.length <= sentenceCharactersMax &&
      !signpost.test(sentence) &&
      !classifying.test(sentence) &&
      // The label is for the person who signs; a publisher's use of it is a verdict nobody here has made yet.
      !label.test(sentence) &&
      contentStems(sentence).size >= tellingStemsMin &&
      !(myth !== '' && repeatsMyth(sentence, myth)),
  );
  const wrong = sentences.filter(tellsTrick);
  const other = sentences.filter((sentence) => !wrong.includes(sentence));
  const headline = isTrue || isOwn ? title : headlineOf(other, myth);
  return {
    isTrue,
    myth,
    headline,
    whyWrong: isTrue ? '' : section([...wrong, ...(type ? [trickSentence(type, fact.publisher)] : [])]),
    type,
    explanation: section(isTrue ? sentences : other),
  };
}

/** What a fact-check opens with "Faktanya" is the fact, unless it speaks of the material or the search. */
function tellsTrick(sentence: string): boolean {
  if (opening.test(sentence) && !materialIsFalse.test(sentence)) return false;
  return refutation.test(sentence) || misusedMaterial.test(sentence);
}

/** The title without the publisher's stamp: `[SALAH] Air PDAM Beracun` → `Air PDAM Beracun`. */
export function withoutStamp(title: string): string {
  let bare = visibleText(title).replace(/\s+/g, ' ').trim();
  for (let turns = 0; turns < 3; turns += 1) bare = bare.replace(stamp, '').trim();
  return bare === '' ? title.trim() : bare;
}

/** The circulating text when it is one sentence, else the title without its stamp. */
function mythOf(fact: Fact, title: string): string {
  const quoted = sentencesOf(visibleText(fact.hoaxText ?? ''));
  const claim = quoted.length === 1 && quoted[0]!.length <= mythCharactersMax ? quoted[0]! : title;
  const stated = claim
    .replace(/^(?:benarkah|apakah benar|apa benar|betulkah)\s+/i, '')
    .replace(/\s*\?+$/, '');
  const unlabelled = stated.replace(/\b(?:hoaks|hoax)\b/gi, 'kabar');
  return cutAtWord(maskPersons(capitalised(unlabelled)), mythCharactersMax);
}

/** The first sentence that says a fact, stands alone and is no rumour told again. */
function headlineOf(sentences: readonly string[], myth: string): string {
  return (
    sentences
      .map((sentence) => capitalised(sentence.replace(opening, '')).replace(/[.\s]+$/, ''))
      .filter((each) => !pointsBack.test(each) && !each.endsWith('?') && !aboutClaim.test(each))
      .find(
        (each) =>
          each.length >= headlineCharactersMin &&
          each.length <= headlineCharactersMax &&
          !(myth !== '' && repeatsMyth(each, myth)),
      ) ?? ''
  );
}

function section(sentences: readonly string[]): string {
  return sentences
    .slice(0, sectionSentencesMax)
    .map((sentence) => capitalised(maskPersons(sentence).replace(opening, '')))
    .join(' ');
}

function capitalised(text: string): string {
  return text === '' ? text : text[0]!.toUpperCase() + text.slice(1);
}
