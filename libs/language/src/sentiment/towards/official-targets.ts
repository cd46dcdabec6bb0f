import type { Token } from '../../tokens/token.js';
import type { Span } from './span.js';

/** An office or programme named in a post. */
export interface OfficialTarget extends Span {
  /** As written, in the tokens' normal forms. */
  readonly name: string;
}

const targetsMax = 5;
/** Words behind the head that belong to the name: `dinas perhubungan`, `polsek genuk`. */
const followersMax: Readonly<Record<string, number>> = {
  dinas: 1,
  badan: 1,
  kantor: 1,
  program: 2,
  rumah: 0,
};

const heads: ReadonlySet<string> = new Set(
  `pemkot pemkab pemprov pemda pemerintah dinas dishub dpu dpupr dlh dinkes dinsos disdik disdukcapil dukcapil disnaker disperkim diskominfo
bpbd damkar basarnas pmi pdam pln bpjs satpol polisi polres polsek polda samsat imigrasi kecamatan kelurahan desa puskesmas rsud
walikota wali bupati gubernur camat lurah kades dprd dpr presiden menteri kementerian kpk kejaksaan inspektorat bmkg bulog kai
mbg bansos pkh blt ppdb spmb vaksinasi posyandu`.split(/\s+/),
);
const second: ReadonlySet<string> = new Set('kota pp'.split(' '));

/**
 * Offices and programmes of government named in a post, at most five; persons only by their office. A list of heads, written by
 * hand: names without one (`taman kota`) are not found.
 */
export function officialTargets(tokens: readonly Token[]): OfficialTarget[] {
  const found: OfficialTarget[] = [];
  for (let at = 0; at < tokens.length && found.length < targetsMax; at += 1) {
    const token = tokens[at]!;
    if (token.kind !== 'word' || !heads.has(token.norm)) continue;
    let last = at;
    for (let i = 0; i < (followersMax[token.norm] ?? 0); i += 1)
      if (tokens[last + 1]?.kind === 'word') last += 1;
    if (last === at && second.has(tokens[at + 1]?.norm ?? '')) last += 1;
    const named = tokens.slice(at, last + 1);
    found.push({
      start: token.start,
      end: tokens[last]!.end,
      name: named.map(({ norm }) => norm).join(' '),
    });
    at = last;
  }
  return found;
}
