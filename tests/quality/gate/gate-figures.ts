import { join } from 'node:path';
import { evaluateDistrict } from '../tasks/eval-district.js';
import { evaluateLanguage } from '../tasks/eval-language.js';
import { evaluatePlaces } from '../tasks/eval-places.js';
import { evaluatePostTypes } from '../tasks/eval-posttypes.js';
import { evaluateRegion } from '../tasks/eval-region.js';
import { evaluateSentimentDevelopment } from '../tasks/eval-sentiment.js';
import { evaluateTrust } from '../tasks/eval-trust.js';
import { ownPosts } from '../tasks/train-post-types.js';

export interface GateFigure {
  readonly name: string;
  readonly value: number;
}

/** Measures every figure of the gate on the development data, one after the other. */
export async function* readFigures(data: string): AsyncGenerator<GateFigure> {
  const file = (name: string) => join(data, name);
  yield* sentimentFigures(data);
  const language = evaluateLanguage({ files: [], opinion: [], data });
  yield { name: 'language macroF1', value: language.macroF1 };
  const postTypes = evaluatePostTypes(file('post-type-gold/dev.tsv'));
  yield { name: 'posttypes accuracy', value: postTypes.accuracy };
  yield { name: 'posttypes macroF1', value: postTypes.macroF1 };
  const ownPostTypes = evaluatePostTypes(ownPosts('test'));
  yield { name: 'posttypes own accuracy', value: ownPostTypes.accuracy };
  yield { name: 'posttypes own macroF1', value: ownPostTypes.macroF1 };
  const district = evaluateDistrict({ test: file('complaints-surabaya/posts.ndjson.gz') });
  yield { name: 'district precision', value: district.precision };
  yield { name: 'district coverage', value: district.coverage };
  yield* placeFigures(file);
  yield* trustFigures(file);
  yield* regionFigures(file);
}

function* sentimentFigures(data: string): Generator<GateFigure> {
  const sentiment = evaluateSentimentDevelopment(data);
  yield { name: 'sentiment macroF1 (trained on training rows only)', value: sentiment.macroF1 };
  if (typeof sentiment.nusaxMeanMacroF1 === 'number')
    yield { name: 'sentiment NusaX mean macroF1', value: sentiment.nusaxMeanMacroF1 };
}

function* placeFigures(file: (name: string) => string): Generator<GateFigure> {
  for (const set of ['nerp', 'nergrit']) {
    const places = evaluatePlaces([file(`ner-${set}/valid.txt.gz`)]);
    yield { name: `places f1 ${set}`, value: places.f1 };
    yield { name: `places lookupPrecision ${set}`, value: places.lookupPrecision };
  }
}

function* trustFigures(file: (name: string) => string): Generator<GateFigure> {
  const trust = evaluateTrust({
    facts: [file('turnbackhoax-2024/facts.tsv.gz')],
    hoaxes: file('turnbackhoax-2024/queries_dev.tsv.gz'),
    innocent: [file('replay-mbg-2025/posts.ndjson.gz'), file('complaints-lapor-2017/dev.tsv.gz')],
  });
  yield { name: 'trust recallMatched', value: trust.recallMatched };
  for (const [name, { matchedPercent }] of Object.entries(trust.innocent))
    yield { name: `trust matchedPercent ${name}`, value: matchedPercent };
}

async function* regionFigures(file: (name: string) => string): AsyncGenerator<GateFigure> {
  const region = await evaluateRegion({
    file: file('replay-mbg-2025/posts.ndjson.gz'),
    ranges:
      '2025-01-14..2025-01-16,2025-02-25..2025-02-26,2025-04-16..2025-04-17,2025-04-25..2025-04-26,2025-08-21..2025-08-25',
    neither: '2025-02-09..2025-02-11',
    facts: file('turnbackhoax-2024/facts.tsv.gz'),
    list: false,
  });
  yield { name: 'region posts lost', value: region.accepted - region.archived };
  yield { name: 'region changes by a second replay', value: region.secondReplayChanges };
  yield { name: 'region cascades before their peak', value: region.caughtBeforePeak };
  yield { name: 'region alarms outside', value: region.alarmsOutside };
  yield { name: 'region matchedPercent', value: region.matchedPercent };
}
