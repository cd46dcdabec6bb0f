import { resolve } from 'node:path';
import { RegionId } from '@kentongan/contracts';
import { dataDirectoryOf } from '@kentongan/platform';
import { commandGroup, printsFigures } from './figure.js';
import { trainPrivateAgencies } from './tasks/train-agency.js';
import { compileCommonWords } from './tasks/train-common-words.js';
import { trainLanguageModel } from './tasks/train-language.js';
import { trainPlaceSpanModel } from './tasks/train-place-spans.js';
import { compilePlaceWords } from './tasks/train-place-words.js';
import { trainPostTypeModel } from './tasks/train-post-types.js';
import { trainSentimentModel } from './tasks/train-sentiment.js';

// npm runs commands in the project's folder; the user stands in INIT_CWD.
const userFolder = process.env['INIT_CWD'] ?? process.cwd();

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

interface AgencyFlags {
  readonly file: string;
  readonly region: string;
  readonly rowsMin: number;
}

printsFigures(
  program
    .command('agency')
    .description('agency in charge, from the region’s own handled complaints; never ships')
    .requiredOption('--private', 'the model is this desk’s own and is written to its data folder')
    .requiredOption('--file <file>', 'NDJSON or CSV with text, agency and, if there is one, ts')
    .requiredOption('--region <id>', 'the region whose archive it is')
    .option('--rows-min <count>', 'agencies with fewer handled complaints are one class', Number, 10),
  ({ file, region, rowsMin }: AgencyFlags) =>
    trainPrivateAgencies({
      file: resolve(userFolder, file),
      region: RegionId.parse(region),
      dataDirectory: dataDirectoryOf(process.env, userFolder),
      rowsMin,
    }),
);

await program.parseAsync();
