import { write } from '../grammar.js';
import type { Random } from '../random.js';
import { sharedWords } from '../texts/shared-words.js';
import type { Chain } from './story.js';

const headers = [
  '*Diteruskan*',
  'Dari grup sebelah:',
  'Copas dari teman.',
  'Info grup RT:',
  'Forward ya',
  'Dapat dari keluarga:',
];
const unchangedShare = 0.4;
const versionsMax = 60;
const sentencesMin = 3;

/** A text on its way from hand to hand: most pass it on as it came, some change a word, drop or add a sentence. */
export class ChainLetter {
  private readonly versions: string[];

  constructor(
    private readonly chain: Chain,
    private readonly words: Readonly<Record<string, string>>,
  ) {
    this.versions = [];
  }

  next(random: Random): string {
    if (this.versions.length === 0)
      this.versions.push(write(this.chain.text, this.words, sharedWords, random));
    // The first version is on the most telephones; what somebody changed starts on one.
    const came = this.versions[Math.floor(this.versions.length * random.next() ** 2)]!;
    const passedOn = random.chance(unchangedShare) ? came : this.changed(came, random);
    if (passedOn !== came && this.versions.length < versionsMax) this.versions.push(passedOn);
    return random.chance(0.3) ? `${random.pick(headers)} ${passedOn}` : passedOn;
  }

  private changed(text: string, random: Random): string {
    const way = random.next();
    if (way < 0.45) return this.withOtherWords(text, random);
    if (way < 0.75) {
      const added = write(random.pick(this.chain.additions), this.words, sharedWords, random);
      return text.includes(added) ? text : `${text} ${added}`;
    }
    const sentences = text.split(/(?<=[.!?]) /);
    if (sentences.length <= sentencesMin) return text;
    sentences.splice(random.integer(0, sentences.length - 1), 1);
    return sentences.join(' ');
  }

  private withOtherWords(text: string, random: Random): string {
    const [from, to] = random.pick(this.chain.changes);
    return text.replace(from, random.pick(to));
  }
}
