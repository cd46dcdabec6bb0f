import { createHash } from 'node:crypto';
import type { PostTypeFigures } from './eval-posttypes.js';

const figureLine = (name: string, figures: PostTypeFigures): string => {
  const classes = Object.entries(figures.perClass)
    .map(([label, { precision, recall, n }]) => `${label} ${precision}/${recall} (${n})`)
    .join(', ');
  return `- ${name} (${figures.n}): accuracy ${figures.accuracy}, macro-F1 ${figures.macroF1} (95 % ${figures.interval.join('–')}), undecided ${figures.undecidedPercent} %, accuracy of the others ${figures.decidedAccuracy}. Precision/recall (n): ${classes}`;
};

/** The card that stands beside `post-types.bin`. */
export function postTypesCard(
  bytes: Uint8Array,
  rows: Readonly<Record<string, unknown>>,
  figures: Readonly<Record<string, PostTypeFigures>>,
): string {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return `# Post-type model

The learned half of what decides whether a post complains, asks, criticises, supports, reports, informs or does something else; the other
half is rules (\`libs/language/src/post-types\`). File \`post-types.bin\`, ${bytes.length.toLocaleString('en')} bytes, SHA-256 \`${hash}\`.
\`npm run train -- post-types --data DIR\` makes the same bytes again on Node ${process.versions.node.split('.')[0]} and ${process.arch}.

## Data

- our own posts (\`tests/quality/sets/post-types.train.tsv\`, Apache-2.0, invented for this task): ${String(rows['own'])}
- **complaints-lapor-2017** (github.com/canfelli25/ir-lapor-classifier), MIT: ${String(rows['complaints'])} reports as complaints
- **idner-news-2k** (Khairunnisa et al. 2020), MIT, and **NERGrit** (IndoNLU), Apache-2.0: ${String(rows['news'])} sentences as news
- **EmoT** (IndoNLU; Saputri et al. 2018), Apache-2.0: ${String(rows['talk'])} tweets of joy, love, fear and sadness as other

A text of the three other sets counts a tenth of one of ours.

## Recipe

Linear SVM, one type against the rest, balanced, over TF-IDF words, word pairs and character n-grams (2 to 4) in 2^16 buckets, and over
features of form (lists of cues, capitals, length, links, marks), each post brought to length 1. Twice its margins are added to the rules'
scores. Where the lead over the second type is small the post is left undecided. A press publisher's post is news and an office's account
informs, whatever the model says.

## Figures

${Object.entries(figures)
  .map(([name, each]) => figureLine(name, each))
  .join('\n')}

An abstention counts as wrong. One reader wrote and labelled our own posts; the weight of the rules was chosen with both sets in
view, so the figures are a little kind.

## Limits

Irony without a word that shows it is taken at its word. Anger that names nobody is called criticism where it speaks of a programme or of
those who govern, and is otherwise left open or called other. A reply is judged without the post it answers. Javanese, Sundanese,
Makassarese, Banjarese and Minang stand in the data with a few posts each.
`;
}
