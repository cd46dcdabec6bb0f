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
  rows: { readonly smsa: number; readonly nusax: number },
  figures: SentimentFigures,
): string {
  const languages = Object.entries(figures['nusaxMacroF1'] as Record<string, number>);
  return `# Sentiment model

Says whether a post speaks negatively, neutrally or positively. ${identity(bytes, 'sentiment.bin', 'sentiment')}

## Data

${list([
  `${credits.smsa}: ${rows.smsa.toLocaleString('en')} rows (train and valid without the rows that NusaX valid and test were translated from)`,
  `${credits.nusax}: ${rows.nusax.toLocaleString('en')} rows (train and valid, 12 languages, without the sentences that repeat SmSA valid or test)`,
  `${credits.lexicon}: translations of regional and English words into Indonesian`,
])}

## Recipe

Mean of two linear models with margins on one scale. (1) NB-SVM: hashed words, word pairs and negated words, binary, times their
log-count ratio; one-vs-rest logistic regression, balanced. (2) Linear SVM, balanced, over TF-IDF of the same features and of
character n-grams (2 to 4) within words, brought to length 1. A token within three words behind a negator counts plain and negated. A
word that the lexicons translate counts as its Indonesian translation too. Solvers: dual coordinate descent, our own code
(\`libs/language/src/training\`), fixed seed. Weights are signed bytes in 2^18 buckets each. No class bias is added: one that helps on
SmSA's few neutral rows harms where neutral posts are common.

## Figures (macro-F1)

${list([
  `SmSA valid (${figures.n} rows), same recipe trained on the training rows only: ${figures.macroF1} (95 % ${figures.interval.join('–')}), accuracy ${figures.accuracy}`,
  `SmSA train, 5-fold cross-validation, trained on SmSA alone: ${String(figures['crossValidationMacroF1'])}`,
  `NusaX valid (94 rows a language, trained on training rows only): mean ${String(figures['nusaxMeanMacroF1'])}; ${languages.map(([code, f1]) => `${code} ${f1}`).join(', ')}`,
])}

## Limits

Reviews and tweets up to 2019, not complaints to a government. Neutral is the weak class. Irony is read literally. The label describes
the words of a post, never its author, and never says that something is a hoax.
`;
}

/** The card that stands beside `language.bin`. */
export function languageCard(
  bytes: Uint8Array,
  rows: { readonly parallel: number; readonly colloquial: number },
  figures: LanguageFigures,
): string {
  const regional = Object.entries(figures.calledRegionalPercent);
  return `# Language model

Tells Indonesian, Javanese, Sundanese, Madurese, Minangkabau, Balinese, Banjarese, Acehnese, Buginese, Ngaju, Toba Batak and English
apart. ${identity(bytes, 'language.bin', 'language')}

## Data

${list([
  `${credits.nusax}: train, 12 languages, ${rows.parallel.toLocaleString('en')} rows`,
  `${credits.smsa}, train without NusaX overlaps, and ${credits.emot}, train: ${rows.colloquial.toLocaleString('en')} rows of colloquial Indonesian`,
])}

## Recipe

Naive Bayes over the presence of words (hashed into 2^16 buckets, smoothing .05) plus five times the margin of a linear SVM over words
and character n-grams (2 to 4); the SVM learns each row whole and as four cuts of 3 to 8 words. Indonesian starts one natural
logarithm ahead, chosen on NusaX, SmSA and EmoT validation rows; the figures below are those same rows, so a little kind.

## Figures

${list([
  `NusaX valid (${figures.n} rows): accuracy ${figures.accuracy}, macro-F1 ${figures.macroF1}; cut to five words ${figures.fiveWords.accuracy}`,
  `five languages (id, jv, su, mad, en): accuracy ${figures.fiveLanguages.accuracy}; cut to five words ${figures.fiveLanguages.fiveWords.accuracy}`,
  `Indonesian posts called a regional language: ${regional.map(([name, share]) => `${name} ${share} %`).join(', ')}`,
])}

## Limits

A language in Latin letters that it never saw (Malay, French) is called by its nearest neighbour unless hardly a word is known. Posts
that mix languages get the stronger one. Javanese is known in its everyday register, not in krama.
`;
}
