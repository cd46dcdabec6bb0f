import type { Token } from '../tokens/token.js';
import type { AgencyJudge } from './agency-model.js';

/** Agencies that the archive calls by id or by name. */
interface NamedAgency {
  readonly agencyId: string;
  readonly name: string;
}

/** The class of a region's model that stands for every agency with few handled complaints. */
export const otherAgencies = 'other';

const simple = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Where the learner begins when the region has a model of its own: that model's scores for today's agencies. */
export class AgencyStart {
  private readonly classes: readonly number[];
  private readonly other: number;
  /** Agencies without a class share what the model gives to all the others. */
  private readonly shared: number;

  constructor(
    agencies: readonly NamedAgency[],
    private readonly judge: AgencyJudge,
  ) {
    const names = judge.agencies.map(simple);
    this.classes = agencies.map(({ agencyId, name }) => {
      const byId = judge.agencies.indexOf(agencyId);
      return byId >= 0 ? byId : names.indexOf(simple(name));
    });
    this.other = judge.agencies.indexOf(otherAgencies);
    this.shared = Math.log(Math.max(1, this.classes.filter((at) => at < 0).length));
  }

  knows(agency: number): boolean {
    return this.classes[agency]! >= 0;
  }

  /** One score an agency; null for a text in which the model knows nothing. */
  scoresOf(tokens: readonly Token[]): number[] | null {
    const scores = this.judge.scoresOf(tokens);
    if (!scores) return null;
    const rest = (this.other >= 0 ? scores[this.other]! : Math.min(...scores)) - this.shared;
    return this.classes.map((at) => (at >= 0 ? scores[at]! : rest));
  }

  leaningOf(word: string, agency: number): number {
    const at = this.classes[agency]!;
    return at < 0 ? 0 : this.judge.leaningOf(word, at);
  }
}
