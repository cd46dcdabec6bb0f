import { commandGroup, printsFigures } from './figure.js';
import { type ClaimsArguments, evaluateClaims } from './tasks/eval-claims.js';
import { evaluateLanguage } from './tasks/eval-language.js';
import { evaluateDistrict, evaluatePlaces } from './tasks/eval-places.js';
import { evaluatePostTypes } from './tasks/eval-posttypes.js';
import { evaluateRegion, type RegionArguments } from './tasks/eval-region.js';
import { evaluateSentimentDevelopment, evaluateSentimentFiles } from './tasks/eval-sentiment.js';
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
    .option('--data <folder>', 'folder that holds smsa, nusax-senti and nusax-lexicon'),
  (files: string[], { data }: { data?: string }) => {
    if (files.length > 0) return evaluateSentimentFiles(files);
    if (data) return evaluateSentimentDevelopment(data);
    throw new Error('name files to score, or --data FOLDER');
  },
);

printsFigures(
  program
    .command('language')
    .description(
      'files whose name or folder is a language (javanese/test.csv); with --data, the development figures',
    )
    .argument('[files...]')
    .option('--opinion <files...>', 'NDJSON of Indonesian posts: the share called a regional language', [])
    .option('--data <folder>', 'folder that holds nusax-senti, smsa and indonlu-extra'),
  (files: string[], options: { data?: string; opinion: string[] }) => evaluateLanguage({ files, ...options }),
);

printsFigures(
  program.command('posttypes').description('a TSV with the columns label and text').argument('<file>'),
  (file: string) => evaluatePostTypes(file),
);

printsFigures(
  program
    .command('places')
    .description('token files: word and BIO tag a line, a blank line between sentences (NERP, NERGrit)')
    .argument('<files...>'),
  (files: string[]) => evaluatePlaces(files),
);

printsFigures(
  program.command('district').description('NDJSON of complaints with text and district').argument('<file>'),
  (file: string) => evaluateDistrict(file),
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

await program.parseAsync();
