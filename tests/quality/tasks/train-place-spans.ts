import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import {
  packSpanModel,
  seededRandom,
  spanConventions,
  type TaggedText,
  trainPlaceSpans,
} from '@kentongan/language/training';
import { readGazetteer, readTaggedTexts, spanModelPath } from './place-files.js';

/** Free to train on and to ship with credit: NERP and NERGrit (Apache-2.0), idner-news-2k (MIT). */
const trainingFiles = ['ner-nerp/train.txt.gz', 'ner-nergrit/train.txt.gz', 'ner-idnews2k/train.txt.gz'];
const seed = 1;

const cardPath = new URL('place-spans.card.json', spanModelPath('common'));

/** What a reader has to know before using the model. */
const card = (texts: number, files: readonly object[]): Record<string, unknown> => ({
  model: 'place-spans',
  task: 'marks the words of a text that name a place',
  method:
    'linear-chain conditional random field, AdaGrad with feature dropout, mean of epochs; 2^18 hashed features × 5 tags, a layer common to all texts and one for each way of annotating, one byte a weight',
  texts,
  trainedOn: [
    'NERP and NERGrit, train (IndoNLU, Apache-2.0)',
    'idner-news-2k, train (Khairunnisa et al. 2020, MIT)',
  ],
  needs: 'a gazetteer of Indonesian administrative units (idn-area-data, ODbL) for its features',
  // Measured with `eval places`; the models were chosen while looking at these files.
  figures: {
    'NERP valid, 523 spans': 'F1 78.3 (75.0-81.6)',
    'NERGrit valid, 328 spans': 'F1 79.2 (74.6-83.3)',
    'idner-news-2k dev, 152 spans': 'F1 80.5 (74.2-86.0)',
  },
  limits:
    "news and encyclopedia sentences; posts in dialect and complaints are outside what it has seen, so that inside a desk's own area it is hardly heard. Names of schools, offices and firms that hold a city's name are marked as the set at hand has them; unknown foreign towns in small letters are missed",
  seed,
  files,
});

export interface TrainedPlaceSpans {
  readonly texts: number;
  readonly bytes: number;
  readonly path: string;
}

/** Posts have no capitals to rely on: each text that has some is learned from once more without. */
const withSmallCopies = (texts: readonly TaggedText[]): TaggedText[] => [
  ...texts,
  ...texts
    .filter(({ words }) => words.some((word) => /[A-Z]/.test(word)))
    .map((text) => ({ ...text, words: text.words.map((word) => word.toLowerCase()) })),
];

/** Trains the marker of place names from the token files under `dataFolder` and writes it where `eval places` looks. */
export function trainPlaceSpanModel(dataFolder: string): TrainedPlaceSpans {
  const texts = withSmallCopies(trainingFiles.flatMap((file) => readTaggedTexts(`${dataFolder}/${file}`)));
  const layers = trainPlaceSpans(texts, readGazetteer(), {
    epochs: 8,
    random: seededRandom(seed),
    featureCountMin: 2,
    dropShare: 0.2,
    learningRate: 0.1,
    decay: 1e-3,
    placeBias: 0.3,
  });
  mkdirSync(new URL('.', cardPath), { recursive: true });
  const files = spanConventions.map((convention) => {
    const bytes = gzipSync(packSpanModel(layers[convention]), { level: 9 });
    writeFileSync(spanModelPath(convention), bytes);
    return {
      name: convention,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  });
  writeFileSync(cardPath, `${JSON.stringify(card(texts.length, files), null, 2)}\n`);
  return {
    texts: texts.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    path: cardPath.pathname,
  };
}
