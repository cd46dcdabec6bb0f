import { at, type FigureLine, type Measurement } from './measurement.js';

const cascades =
  '2025-01-14..2025-01-16,2025-02-25..2025-02-26,2025-04-16..2025-04-17,2025-04-25..2025-04-26,2025-08-21..2025-08-25';
const file = 'replay-mbg-2025/posts.ndjson.gz';
const facts = 'turnbackhoax-2024/facts.tsv.gz';

const lost = ({ accepted, archived }: FigureLine): unknown =>
  typeof accepted === 'number' && typeof archived === 'number' ? accepted - archived : undefined;

/** A whole desk in default configuration, to which months of posts are replayed. */
export const regionMeasurement: Measurement = {
  title: 'Alarms of a whole desk, replayed',
  needs: [file, facts],
  args: (data) => [
    'region',
    data(file),
    ...['--ranges', cascades],
    ...['--neither', '2025-02-09..2025-02-11'],
    ...['--facts', data(facts)],
  ],
  figures: [
    { name: 'region posts lost', value: lost, isLowerBetter: true, noise: 0 },
    {
      name: 'region changes by a second replay',
      value: at('secondReplayChanges'),
      isLowerBetter: true,
      noise: 0,
    },
    { name: 'region cascades before their peak', value: at('caughtBeforePeak'), n: () => 5, noise: 0 },
    { name: 'region alarms outside', value: at('alarmsOutside'), isLowerBetter: true, noise: 7 },
    { name: 'region matchedPercent', value: at('matchedPercent'), isLowerBetter: true, noise: 0.28 },
  ],
  rows: 'Posts on a national programme, January to August 2025, with five viral cascades. Parameters were chosen while looking at this replay.',
  licence: 'no licence for reuse',
  isEvaluationOnly: true,
};
