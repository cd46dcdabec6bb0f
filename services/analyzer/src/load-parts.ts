import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { HoaxMemory } from '@kentongan/claims';
import {
  buildGazetteer,
  type Gazetteer,
  loadLanguageModel,
  loadPostTypeModel,
  loadSentimentModel,
  readPlaceRows,
  readSpanModel,
} from '@kentongan/language';
import type { AnalysisParts } from './analyze-post.pipeline.js';

const require = createRequire(import.meta.url);

/** Reads models and gazetteer from the installed packages; takes a few tenths of a second. */
export function loadParts(): AnalysisParts {
  return {
    languages: loadLanguageModel(readModel('language.bin')),
    sentiment: loadSentimentModel(readModel('sentiment.bin')),
    postTypes: loadPostTypeModel(readModel('post-types.bin')),
    gazetteer: loadGazetteer(),
    placeMarker: readSpanModel(new Uint8Array(gunzipSync(readModel('place-spans.bin.gz')))),
    hoaxMemory: new HoaxMemory(),
  };
}

function readModel(name: string): Uint8Array {
  return readFileSync(require.resolve(`@kentongan/language/models/${name}`));
}

function loadGazetteer(): Gazetteer {
  const table = (name: string) => readFileSync(require.resolve(`idn-area-data/data/${name}.csv`), 'utf8');
  return buildGazetteer(
    readPlaceRows({
      provinces: table('provinces'),
      regencies: table('regencies'),
      districts: table('districts'),
      villages: table('villages'),
    }),
  );
}
