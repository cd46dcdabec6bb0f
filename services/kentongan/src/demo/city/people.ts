import { Random } from './random.js';
import { styleOf, type WritingStyle } from './writing-style.js';

/** Somebody who does not exist. */
export interface Resident {
  readonly handle: string;
  readonly style: WritingStyle;
  /** Where they live, as an index into the city's places. */
  readonly home: number;
  /** How much they write compared with others. */
  readonly weight: number;
}

const first =
  'adit agus ajeng alif anis ardi arum bagas bayu bening bimo cahyo candra damar danu dewi dian dimas dwi eka elok endah erna fajar farah galih gita hana hesti ika indra ipung jati joko kiki krisna laras lestari lintang mila mega nanda niken nova nuri oki pandu panji putri rangga ratih rendi rini riska sari seno sekar tika tirta tono uli vina wahyu wening wisnu yanti yoga yuni zaki'.split(
    ' ',
  );
const second =
  'ngisor ndhuwur kulon wetan kopi senja roda angin lumpia wingko bandeng rob pagi sore kali jembatan pasar sepeda gunung kebun langit tahu gimbal hujan teh payung'.split(
    ' ',
  );

/** The people of the city: a few write a lot, most of them rarely. */
export function residents(seed: number, count: number, placesCount: number): readonly Resident[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, index) => ({
    handle: `sim_${random.pick(first)}.${random.pick(second)}${index}`,
    style: styleOf(random),
    home: Math.floor(random.next() * placesCount),
    weight: 1 / (index + 12) ** 0.6,
  }));
}

/** Picks people by how much they write. */
export class Crowd {
  private readonly sums: Float64Array;

  constructor(readonly people: readonly Resident[]) {
    let sum = 0;
    this.sums = Float64Array.from(people, ({ weight }) => {
      sum += weight;
      return sum;
    });
  }

  /** Somebody who writes now. */
  writer(random: Random): Resident {
    const target = random.next() * this.sums.at(-1)!;
    let low = 0;
    let high = this.sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sums[middle]! < target) low = middle + 1;
      else high = middle;
    }
    return this.people[low]!;
  }

  /** Anybody: an event makes people speak who seldom do. */
  anybody(random: Random): Resident {
    return random.pick(this.people);
  }
}
