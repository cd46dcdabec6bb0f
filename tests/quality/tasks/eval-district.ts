import {
  type Gazetteer,
  OwnNames,
  type PlaceOptions,
  placeAncestry,
  placeName,
  recognisePlaces,
  tokenize,
} from '@kentongan/language';
import { ownPlacesFrom } from './own-places-from.js';
import {
  type LocatedComplaint,
  readGazetteer,
  readLocatedComplaints,
  readPlaceSpanModel,
} from './place-files.js';

export interface DistrictFigures {
  readonly n: number;
  readonly precision: number;
  readonly coverage: number;
  /** 95 % of the precision (Wilson's score interval). */
  readonly interval: readonly [number, number];
  /** Names learned from `--train` as the region's own; 0 without it. */
  readonly ownNames: number;
}

export interface DistrictArguments {
  readonly train?: string;
  readonly test: string;
}

const surabayaCode = '35.78';
const districtCodeLength = '35.78.01'.length;
const percent = (value: number): number => Math.round(value * 10_000) / 100;

/** Letters of a name; files and tables differ in blanks and in single letters (Pabean Cantian, Pabean Cantikan). */
const nameLetters = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, 9);

/** The one district of the area that the surest mention claims, if it claims one. */
function claimedDistrict(text: string, gazetteer: Gazetteer, options: PlaceOptions): string | undefined {
  const claims = recognisePlaces(tokenize(text), gazetteer, options).flatMap((mention) => {
    const districts = new Set(
      mention.codes.map((code) =>
        placeAncestry(gazetteer, code).find(({ length }) => length === districtCodeLength),
      ),
    );
    const [district] = districts;
    const isOne = districts.size === 1 && district?.startsWith(`${surabayaCode}.`);
    return isOne && district ? [{ district, confidence: mention.confidence }] : [];
  });
  return claims.sort((a, b) => b.confidence - a.confidence)[0]?.district;
}

function districtCodes(gazetteer: Gazetteer): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (let number = 1; number < 100; number += 1) {
    const code = `${surabayaCode}.${String(number).padStart(2, '0')}`;
    const name = placeName(gazetteer, code);
    if (name) codes.set(nameLetters(name), code);
  }
  return codes;
}

/** Wilson 1927. */
function wilson(right: number, n: number): readonly [number, number] {
  if (n === 0) return [0, 100];
  const z = 1.96;
  const share = right / n;
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const whole = 1 + (z * z) / n;
  return [percent((middle - half) / whole), percent((middle + half) / whole)];
}

/**
 * How often the district claimed for a complaint sent to Surabaya is the one in which it was filed. With `train`, the region's
 * own handled complaints, the streets and estates that they tie to one district are the region's own names.
 */
export function evaluateDistrict({ train, test }: DistrictArguments): DistrictFigures {
  const gazetteer = readGazetteer();
  const codes = districtCodes(gazetteer);
  const codeOf = ({ district }: LocatedComplaint): string | undefined => codes.get(nameLetters(district));
  const own = train ? ownPlacesFrom(readLocatedComplaints(train), codeOf) : [];
  const ownNames = new OwnNames();
  ownNames.list(own);
  const options = { roots: [surabayaCode], marker: readPlaceSpanModel('common'), ownNames };
  const complaints = readLocatedComplaints(test);
  let claimed = 0;
  let right = 0;
  for (const complaint of complaints) {
    const code = claimedDistrict(complaint.text, gazetteer, options);
    if (code === undefined) continue;
    claimed += 1;
    if (nameLetters(placeName(gazetteer, code) ?? '') === nameLetters(complaint.district)) right += 1;
  }
  return {
    n: complaints.length,
    precision: percent(right / Math.max(1, claimed)),
    coverage: percent(claimed / Math.max(1, complaints.length)),
    interval: wilson(right, claimed),
    ownNames: own.length,
  };
}
