import { at, type Measurement } from './measurement.js';

const facts = 'turnbackhoax-2024/facts.tsv.gz';
const queries = 'turnbackhoax-2024/queries_dev.tsv.gz';
const newFacts = 'turnbackhoax-2026/facts.tsv.gz';
const newQueries = 'turnbackhoax-2026/queries_dev.tsv.gz';
const opinion = 'replay-mbg-2025/posts.ndjson.gz';
const complaints = 'complaints-lapor-2017/dev.tsv.gz';
const headlines = 'news-clickid-2019/dev.tsv.gz';

/** The hoax memory: what it finds, and whom it accuses. */
export const hoaxMeasurements: readonly Measurement[] = [
  {
    title: 'Finding the fact-check of a circulating text',
    needs: [facts, queries],
    args: (data) => ['claims', '--docs', data(facts), '--queries', data(queries)],
    figures: [
      { name: 'claims TurnBackHoax mapAt5', value: at('mapAt5'), goal: { floor: 78.6, target: 83 } },
      {
        name: 'claims TurnBackHoax hardMapAt5',
        value: at('hardMapAt5'),
        n: at('hard'),
        goal: { floor: 44, target: 55 },
      },
      { name: 'claims TurnBackHoax bm25MapAt5', value: at('bm25MapAt5'), isGuarded: false },
    ],
    rows: 'TurnBackHoax 2024, development queries. Hard: at most half of the title’s words occur in the text.',
    licence: noLicence(),
    isEvaluationOnly: true,
    published: 'plain BM25 with affix stripping, test split: 78.9, hard 44.1',
  },
  {
    title: 'Finding the fact-check of a text newer than the tuning',
    needs: [newFacts, newQueries],
    args: (data) => ['claims', '--docs', data(newFacts), '--queries', data(newQueries)],
    figures: [
      { name: 'claims TurnBackHoax 2026 mapAt5', value: at('mapAt5') },
      { name: 'claims TurnBackHoax 2026 hardMapAt5', value: at('hardMapAt5'), n: at('hard') },
    ],
    rows: 'TurnBackHoax 2025–2026, development queries.',
    licence: noLicence(),
    isEvaluationOnly: true,
  },
  {
    title: 'Finding the fact-check of a tweet, English',
    needs: ['clef20-claims/verified_claims.docs.tsv.gz', 'clef20-claims/dev'],
    args: (data) => [
      'claims',
      ...['--docs', data('clef20-claims/verified_claims.docs.tsv.gz')],
      ...['--queries', data('clef20-claims/dev/tweets.queries.tsv')],
      ...['--qrels', data('clef20-claims/dev/tweet-vclaim-pairs.qrels')],
    ],
    figures: [{ name: 'claims CheckThat mapAt5', value: at('mapAt5'), goal: { floor: 87.7, target: 90 } }],
    rows: 'CheckThat! 2020 task 2, development queries.',
    licence: 'free for general research use',
    isEvaluationOnly: true,
    published: 'CheckThat! 2020 task 2 test: BM25 with affix stripping 87.7, fine-tuned SBERT 91',
  },
  {
    title: 'False accusation, and what is found at the same thresholds',
    needs: [facts, queries, opinion, complaints, headlines],
    args: (data) => [
      'trust',
      ...['--facts', data(facts)],
      ...['--hoaxes', data(queries)],
      ...['--innocent', data(opinion), data(complaints), data(headlines)],
    ],
    figures: [
      {
        name: 'trust recallMatched',
        value: at('recallMatched'),
        goal: { floor: 60, target: 66 },
        card: { part: 'hoaxMatch', measure: 'recall' },
      },
      {
        name: 'trust recallMatchedHard',
        value: at('recallMatchedHard'),
        n: () => null,
        noise: 3,
        goal: { floor: 12, target: 20 },
      },
      {
        name: 'trust recallRelated',
        value: at('recallRelated'),
        goal: { floor: 65, target: 72 },
      },
      {
        name: 'trust recallRelatedHard',
        value: at('recallRelatedHard'),
        n: () => null,
        noise: 3,
        goal: { floor: 19, target: 30 },
      },
      accused('opinion posts', opinion, { floor: 0.3, target: 0.1 }, true),
      accused('complaints', complaints, { floor: 2, target: 0.5 }),
      accused('headlines', headlines, { floor: 2, target: 0.5 }),
      {
        name: 'trust wrongFactPercent',
        value: at('wrongFactPercent'),
        isLowerBetter: true,
        goal: { floor: 7, target: 4 },
      },
    ],
    rows: 'TurnBackHoax 2024 development queries against all facts of 2024; innocent: 10,721 opinion posts on a national programme, complaints of 2017, and 11,199 headlines of 2019, each before stance and post type are asked. Shares are in percent.',
    licence: noLicence(' for hoaxes and opinion posts; complaints and headlines free'),
    isEvaluationOnly: true,
    published:
      'BM25 at the same false accusation, test split: 47.8, hard 2.6; logistic regression over match features 62.9, hard 14.5',
  },
];

function accused(
  who: string,
  file: string,
  goal: { floor: number; target: number },
  isOnCard = false,
): Measurement['figures'][number] {
  return {
    name: `trust matchedPercent, ${who}`,
    value: at('innocent', file, 'matchedPercent'),
    n: at('innocent', file, 'n'),
    isLowerBetter: true,
    goal,
    ...(isOnCard && { card: { part: 'hoaxMatch', measure: 'falseMatches' } }),
  };
}

function noLicence(of = ''): string {
  return `no licence for reuse${of}`;
}
