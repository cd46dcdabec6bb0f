import type { MonthTally } from '../archive.port.js';

type Counts = Pick<MonthTally, 'posts' | 'tombstones'>;

export interface MonthDifference {
  readonly regionId: string;
  readonly month: string;
  readonly from: Counts;
  readonly to: Counts;
}

const nothing: Counts = { posts: 0, tombstones: 0 };

export function monthsThatDiffer(from: readonly MonthTally[], to: readonly MonthTally[]): MonthDifference[] {
  const keyOf = ({ regionId, month }: MonthTally): string => JSON.stringify([regionId, month]);
  const [left, right] = [from, to].map((tallies) => new Map(tallies.map((each) => [keyOf(each), each])));
  return [...new Set([...left!.keys(), ...right!.keys()])].sort().flatMap((key) => {
    const [a, b] = [left!.get(key), right!.get(key)];
    if (a?.posts === b?.posts && a?.tombstones === b?.tombstones) return [];
    const [regionId, month] = JSON.parse(key) as [string, string];
    return [{ regionId, month, from: countsOf(a), to: countsOf(b) }];
  });
}

const countsOf = (tally: MonthTally | undefined): Counts =>
  tally ? { posts: tally.posts, tombstones: tally.tombstones } : nothing;
