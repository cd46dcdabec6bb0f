import { commandGroup, printsFigures } from './figure.js';
import { type AgencyArguments, evaluateAgency } from './tasks/eval-agency.js';
import { evaluateCheckWorthiness } from './tasks/eval-check-worthiness.js';
import { type ClaimsArguments, evaluateClaims } from './tasks/eval-claims.js';
import { evaluateDistrict } from './tasks/eval-district.js';
import { evaluateLanguage, type LanguageArguments } from './tasks/eval-language.js';
import { evaluatePlaces } from './tasks/eval-places.js';
import { evaluatePostTypes } from './tasks/eval-posttypes.js';
import { evaluateRegion, type RegionArguments } from './tasks/eval-region.js';
import { evaluateSentimentDevelopment, evaluateSentimentFiles } from './tasks/eval-sentiment.js';
import { evaluateTowards } from './tasks/eval-towards.js';
import { evaluateTrust, type TrustArguments } from './tasks/eval-trust.js';

/** `npm run eval -- TASK …`: quality figures of what ships, as one JSON line. Files may be plain or .gz. */
const program = commandGroup('eval', 'Quality figures as one JSON line; scores are 0-100.');

printsFigures(
  program
    .command('sentiment')
    .description(
      'SmSA files (text<TAB>label) or NusaX files (.csv: id,text,label); with --data, the development figures',
    )
    .argument('[files...]')
    .option('--file <files...>', 'the same as naming them', [])
    .option(
      '--language <language>',
      'of the texts; else the one in the path (javanese/test.csv) or the identified',
    )
    .option('--data <folder>', 'folder that holds smsa, nusax-senti and nusax-lexicon'),
  (named: string[], { file, language, data }: { file: string[]; language?: string; data?: string }) => {
    const files = [...named, ...file];
    if (files.length > 0) return evaluateSentimentFiles(files, language);
    if (data) return evaluateSentimentDevelopment(data);
    throw new Error('name files to score, or --data FOLDER');
  },
);

printsFigures(
  program
    .command('towards')
    .description('posts with marked targets, [name|negative]: sentiment towards each')
    .argument('<file>'),
  (file: string) => evaluateTowards(file),
);

printsFigures(
  program
    .command('language')
    .description(
      'files whose name or folder is a language (javanese/test.csv); with --data, the development figures',
    )
    .argument('[files...]')
    .option('--file <files...>', 'CSV with the columns text and language')
    .option('--dir <folder>', 'a folder per language, NusaX form')
    .option('--cut <words>', 'score the first so many words of each text', Number.parseInt)
    .option('--among <languages>', 'the only languages to think of: id,jv,su,mad,en')
    .option('--opinion <files...>', 'NDJSON of Indonesian posts: the share called a regional language', [])
    .option('--data <folder>', 'folder that holds nusax-senti, smsa and indonlu-extra'),
  (files: string[], options: Omit<LanguageArguments, 'files'>) => evaluateLanguage({ files, ...options }),
);

printsFigures(
  program
    .command('posttypes')
    .description('TSV of label, source and text, with a header that names them or without one')
    .argument('[file]')
    .option('--file <file>', 'the same')
    .option('--press <sources...>', 'names in the source column that are press publishers', []),
  (file: string | undefined, options: { file?: string; press: string[] }) =>
    evaluatePostTypes(options.file ?? given(file), new Set(options.press)),
);

printsFigures(
  program
    .command('checkworthiness')
    .description('TSV with the columns label (yes, no) and text; without a file, our own statements')
    .argument('[file]'),
  (file: string | undefined) => evaluateCheckWorthiness(file),
);

printsFigures(
  program
    .command('agency')
    .description('which agency answers for a complaint? NDJSON with text and agency, in order of time')
    .requiredOption('--train <file>', 'handled complaints to learn from')
    .requiredOption('--test <file>', 'complaints to score')
    .option('--until <day>', 'of the training file, what came before this day (2022-09-01)')
    .option('--from <day>', 'of the file to score, what came on this day or later')
    .option('--rows-min <count>', 'an agency with fewer handled complaints counts as other', Number, 40),
  (options: AgencyArguments) => evaluateAgency(options),
);

printsFigures(
  program
    .command('places')
    .description('token files: word and BIO tag a line, a blank line between sentences (NERP, NERGrit)')
    .argument('[files...]')
    .option('--file <files...>', 'the same', []),
  (files: string[], { file }: { file: string[] }) => evaluatePlaces([...files, ...file]),
);

printsFigures(
  program
    .command('district')
    .description('NDJSON of complaints with text and district')
    .argument('[file]')
    .option('--test <file>', 'the same')
    .option('--train <file>', "the region's handled complaints, from which its own names are learned"),
  (file: string | undefined, options: { test?: string; train?: string }) => {
    const test = options.test ?? file;
    if (!test) throw new Error('name a file to score: --test FILE');
    return evaluateDistrict({ test, ...(options.train && { train: options.train }) });
  },
);

printsFigures(
  program
    .command('claims')
    .description('does the hoax memory find the fact-check of a circulating text?')
    .requiredOption('--docs <file>', 'TSV with id and title, or vclaim and title')
    .requiredOption('--queries <file>', 'TSV with id and hoax_text, or tweet_id and tweet_content')
    .option(
      '--qrels <file>',
      'TREC relevance file; without it a query is answered by the fact of its own id',
    ),
  (options: ClaimsArguments) => evaluateClaims(options),
);

printsFigures(
  program
    .command('trust')
    .description('whom does the hoax memory accuse, and what does it find at the same thresholds?')
    .requiredOption('--facts <files...>', 'TSV files of facts, put into one memory')
    .requiredOption('--hoaxes <file>', 'TSV with id and hoax_text')
    .requiredOption('--innocent <files...>', 'texts that are no hoaxes; the stream of opinion posts first'),
  (options: TrustArguments) => evaluateTrust(options),
);

printsFigures(
  program
    .command('region')
    .description('replays posts into a fresh desk in default configuration and judges its alarms')
    .argument('<file>', 'NDJSON posts, plain or .gz')
    .option('--ranges <days>', 'days of real events: 2025-01-14..2025-01-16,…', '')
    .option('--neither <days>', 'days that count neither way', '')
    .option('--facts <file>', 'TSV of facts for the hoax memory')
    .option('--location-from <fields>', 'fields to join into location')
    .option('--list', 'print each alarm on standard error', false),
  (file: string, options: Omit<RegionArguments, 'file'>) => evaluateRegion({ file, ...options }),
);

function given(file: string | undefined): string {
  if (file === undefined) throw new Error('name the file to score');
  return file;
}

await program.parseAsync();
