import { commandGroup, printsFigures } from './figure.js';
import { compileCommonWords } from './tasks/train-common-words.js';
import { trainLanguageModel } from './tasks/train-language.js';
import { trainPlaceSpanModel } from './tasks/train-place-spans.js';
import { compilePlaceWords } from './tasks/train-place-words.js';
import { trainPostTypeModel } from './tasks/train-post-types.js';
import { trainSentimentModel } from './tasks/train-sentiment.js';

/** `npm run train -- NAME --data DIR`: trains a shipped model; the same data, Node major and processor give the same bytes. */
const program = commandGroup(
  'train',
  'Trains a shipped model into libs/language/models and writes its card.',
);

const trainers: readonly (readonly [name: string, description: string, train: (data: string) => object])[] = [
  ['sentiment', 'from smsa, nusax-senti and nusax-lexicon', trainSentimentModel],
  ['language', 'from nusax-senti, smsa and indonlu-extra', trainLanguageModel],
  [
    'post-types',
    'from complaints-lapor-2017, the ner sets, indonlu-extra and our own posts',
    trainPostTypeModel,
  ],
  ['place-spans', 'from ner-nerp, ner-nergrit and ner-idnews2k', trainPlaceSpanModel],
  ['place-words', 'from the ner sets, smsa, indonlu-extra and complaints-lapor-2017', compilePlaceWords],
  ['common-words', 'from the ner sets, smsa and indonlu-extra', compileCommonWords],
];

for (const [name, description, train] of trainers)
  printsFigures(
    program
      .command(name)
      .description(description)
      .requiredOption('--data <folder>', 'folder that holds these sets'),
    ({ data }: { data: string }) => train(data),
  );

await program.parseAsync();
