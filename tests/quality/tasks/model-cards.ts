import { createHash } from 'node:crypto';
import type { LanguageFigures } from './eval-language.js';
import type { SentimentFigures } from './eval-sentiment.js';

const credits = {
  smsa: '**SmSA** (IndoNLU; Purwarianti & Crisdayanti 2019), Apache-2.0, github.com/IndoNLP/indonlu',
  nusax: '**NusaX-senti** (Winata et al. 2023), CC-BY-SA-4.0, github.com/IndoNLP/nusax',
  lexicon: '**NusaX lexicons** (Winata et al. 2023), CC-BY-SA-4.0, github.com/IndoNLP/nusax',
  emot: '**EmoT** (IndoNLU; Saputri et al. 2018), Apache-2.0, github.com/IndoNLP/indonlu',
};

function identity(bytes: Uint8Array, file: string, task: string): string {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return `File \`${file}\`, ${bytes.length.toLocaleString('en')} bytes, SHA-256 \`${hash}\`.
\`npm run train -- ${task} --data DIR\` makes the same bytes again on Node ${process.versions.node.split('.')[0]} and ${process.arch}.
Because of NusaX the weights are shared under CC-BY-SA-4.0.`;
}

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** The card that stands beside `sentiment.bin`. */
export function sentimentCard(
  bytes: Uint8Array,
  rows: { readonly smsa: number; readonly nusax: number; readonly own: number },
  figures: SentimentFigures,
  service: SentimentFigures,
): string {
  const languages = Object.entries(figures['nusaxMacroF1'] as Record<string, number>);
  const intervals = figures['nusaxIntervals'] as Record<string, readonly number[]>;
  return `# Sentiment model

Says whether a post speaks negatively, neutrally or positively, and how sure that is. ${identity(bytes, 'sentiment.bin', 'sentiment')}

## Data

${list([
  `${credits.smsa}: ${rows.smsa.toLocaleString('en')} rows (train and valid without the rows that NusaX valid and test were translated from)`,
  `${credits.nusax}: ${rows.nusax.toLocaleString('en')} rows (train and valid, 12 languages, without the sentences that repeat SmSA valid or test)`,
  `${credits.lexicon}: translations of regional and English words into Indonesian`,
  `posts that we invented for this project (\`tests/quality/sets/post-types.train.tsv\`, by what they do, and \`service-posts.train.tsv\`): ${rows.own.toLocaleString('en')} rows`,
  'about 1,500 words of praise and blame and 300 of public services that fail, written by hand for this project from no data set (`libs/language/src/sentiment/polar-words.ts`, `service-cues.ts`)',
])}

## Recipe

Mean of linear models with margins on one scale. (1) NB-SVM: hashed words, word pairs, roots and negated words, binary, times their
log-count ratio; one-vs-rest logistic regression, balanced. (2) Linear SVM, balanced, over TF-IDF of the same features and of
character n-grams (2 to 4) within words, brought to length 1. (3) For each language but Indonesian both again of its own rows. All
also get seventeen numbers: of the hand-written polarities, how much praise and blame, negated or not, first and last; of services, how
often one stops, what is expected does not happen, for how long, and against these what is announced or was put right. A token within
three words behind a negator counts plain and negated. A regional or English word counts as its Indonesian translations too, and has
their polarity; translations come from the lexicons and are learned from the parallel rows (IBM model 1, both directions). Solvers: dual
coordinate descent, our own code (\`libs/language/src/training\`), fixed seed. Weights are signed bytes in 2^18 buckets, 2^16 for a single
language. No class bias is added: one fitted on half of the NusaX rows did not help the other half. A service that fails, in a post that
praises nothing, and words of announcements also move the margins by hand-set steps (\`service-leaning.ts\`).

## Figures (macro-F1)

${list([
  `SmSA valid (${figures.n} rows), same recipe trained on the training rows only: ${figures.macroF1} (95 % ${figures.interval.join('–')}), accuracy ${figures.accuracy}`,
  `SmSA train (${String(figures['crossValidationN'])} rows), 5-fold cross-validation, trained on SmSA alone: ${String(figures['crossValidationMacroF1'])} (${(figures['crossValidationInterval'] as readonly number[]).join('–')})`,
  `expected calibration error: SmSA valid ${String(figures['calibrationErrorPercent'])} %, cross-validation ${String(figures['crossValidationCalibrationErrorPercent'])} %`,
  `posts about public services, ${service.n} invented ones of which none trains the model, by the writer of the word lists: ${service.macroF1} (95 % ${service.interval.join('–')}), accuracy ${service.accuracy}, recall of complaints ${negativeRecall(service)} (\`eval -- sentiment tests/quality/sets/service-posts.test.tsv\`)`,
  `NusaX valid (94 rows a language, trained on training rows only): mean ${String(figures['nusaxMeanMacroF1'])}; ${languages.map(([code, f1]) => `${code} ${f1} (${intervals[code]?.join('–')})`).join(', ')}`,
])}

## Limits

Mostly reviews and tweets up to 2019. A plain report of what does not work counts as negative, an announcement of the same work as
neutral; one such report in five is still read as neutral, when what fails or how it does is in no list (*tidak beroperasi*, *miring*). A
matter whose very name is a word of blame (*sampah*, *banjir*) pulls an announcement to negative. Neutral is the weak class. Irony is read literally. The label describes
the words of a post, never its author, and never says that something is a hoax. What it says of an office in a post
(\`sentimentTowards\`) rests on hand-written cues, measured on 133 targets by the same hand (\`eval -- towards\`).
`;
}

function negativeRecall(figures: SentimentFigures): number | undefined {
  const perClass = figures['perClass'] as Record<string, { readonly recall: number }>;
  return perClass['negative']?.recall;
}

/** The card that stands beside `language.bin`. */
export function languageCard(
  bytes: Uint8Array,
  rows: { readonly parallel: number; readonly colloquial: number },
  figures: LanguageFigures,
  malay: LanguageFigures,
): string {
  const regional = Object.entries(figures.calledRegionalPercent);
  return `# Language model

Tells Indonesian, Javanese, Sundanese, Madurese, Minangkabau, Balinese, Banjarese, Acehnese, Buginese, Ngaju, Toba Batak and English
apart. ${identity(bytes, 'language.bin', 'language')}

## Data

${list([
  `${credits.nusax}: train, 12 languages, ${rows.parallel.toLocaleString('en')} rows`,
  `${credits.lexicon}, and the slang list of louisowen6 (MIT): words that the word model also learns`,
  `${credits.smsa}, train without NusaX overlaps, and ${credits.emot}, train: ${rows.colloquial.toLocaleString('en')} rows of colloquial Indonesian`,
])}

## Recipe

Naive Bayes over the presence of words (hashed into 2^17 buckets, smoothing .05) plus five times the margin of a linear SVM over words
and character n-grams (2 to 4); the SVM learns each row whole and as four cuts of 3 to 8 words. Indonesian starts one natural
logarithm ahead, chosen on NusaX, SmSA and EmoT validation rows; the figures below are those same rows, so a little kind. A post of one
or two words is called regional at a belief of .9, of three or four at .5. A post is called mixed when three words or more, and a
quarter of those that tell, are 55 times likelier in another language. Malay is told by words that only
Malay uses, against words that only Indonesian uses, from lists written by hand: one is enough in a short post, more are asked of a long
one and of one that reads as a regional language.

## Figures

${list([
  `NusaX valid (${figures.n} rows): accuracy ${figures.accuracy}, macro-F1 ${figures.macroF1}; cut to five words ${figures.fiveWords.accuracy}`,
  `Malay told from Indonesian, ${malay.n} invented sentences: macro-F1 ${malay.macroF1} (95 % ${malay.interval.join('–')}), recall of Malay ${malay.perLanguage['ms']}; one person wrote sentences and lists, so the figure is kind (\`eval -- language --file tests/quality/sets/malay-indonesian.test.csv\`)`,
  `recall per language: ${Object.entries(figures.perLanguage)
    .map(([code, recall]) => `${code} ${recall}`)
    .join(', ')}`,
  `posts of one language called mixed: ${figures.calledMixedPercent} %`,
  `five languages (id, jv, su, mad, en), no other thought of: accuracy ${figures.fiveLanguages.accuracy}; cut to five words ${figures.fiveLanguages.fiveWords.accuracy}`,
  `Indonesian posts called a regional language: ${regional.map(([name, share]) => `${name} ${share} %`).join(', ')}`,
])}

## Limits

A language in Latin letters that it never saw (French) is called by its nearest neighbour unless hardly a word is known. A Malay post
without the listed words is called Indonesian. Four in ten posts made of two halves in two languages are called mixed; the others get
the stronger language alone. Javanese is known in its everyday register, not in krama.
`;
}
