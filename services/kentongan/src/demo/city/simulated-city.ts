import type { Words } from './grammar.js';
import { write } from './grammar.js';
import { Crowd, type Resident, residents } from './people.js';
import type { CityPlace } from './places.js';
import { Random } from './random.js';
import { dayMilliseconds, hourMilliseconds, hourShare, isWeekend, partOfDay } from './rhythm.js';
import { byOffice, byPaper, byResident, type Draft, type SimulatedPost } from './simulated-post.js';
import { sharedWords } from './texts/shared-words.js';
import { offices, papers, type Topic, topics } from './topics.js';
import { typed } from './writing-style.js';

const peopleCount = 6_000;
const peopleSeed = 3_374;
/** Of everyday posts: how many carry a hashtag, and which. */
const hashtagShare = 0.06;
const hashtags = ['#infosemarang', '#semarang', '#seputarsemarang', '#kuliner', '#curhat', '#psis', '#warga'];
/** People write of where they live more than of anywhere else. */
const homeShare = 0.6;
/** Some days there is a little more of one thing, without anything having happened. */
const topicSpread = 0.12;
const daySpread = 0.05;

/** A city that does not exist, in the places of one that does: its people and what they write on quiet days. */
export class SimulatedCity {
  readonly crowd: Crowd;

  constructor(readonly places: readonly CityPlace[]) {
    this.crowd = new Crowd(residents(peopleSeed, peopleCount, places.length));
  }

  /**
   * Everyday posts of a stretch of time, in order. The same seed gives the same posts.
   * @param postsPerDay on an average workday
   */
  everyday(options: {
    readonly seed: number;
    readonly from: number;
    readonly until: number;
    readonly postsPerDay: number;
    /** Begins the ids of the posts. */
    readonly name: string;
  }): SimulatedPost[] {
    const random = new Random(options.seed);
    const posts: SimulatedPost[] = [];
    let mix = this.mixOfDay(random, options.from);
    let number = 0;
    for (let hour = options.from; hour < options.until; hour += hourMilliseconds) {
      if ((hour - options.from) % dayMilliseconds === 0) mix = this.mixOfDay(random, hour);
      const length = Math.min(hourMilliseconds, options.until - hour);
      const mean = options.postsPerDay * mix.level * hourShare(hour) * (length / hourMilliseconds);
      const times = Array.from({ length: random.poisson(mean) }, () => hour + random.next() * length);
      for (const at of times.sort((a, b) => a - b)) {
        number += 1;
        const draft = { id: `${options.name}-${number}`, atMilliseconds: Math.floor(at), event: null };
        posts.push(this.everydayPost(draft, random.weighted(mix.topics), random));
      }
    }
    return posts;
  }

  private mixOfDay(random: Random, day: number): { level: number; topics: Topic[] } {
    const weekend = isWeekend(day + dayMilliseconds / 2);
    return {
      level: Math.exp(daySpread * random.normal()),
      topics: topics.map((topic) => ({
        ...topic,
        weight: topic.weight * (weekend ? topic.weekend : 1) * Math.exp(topicSpread * random.normal()),
      })),
    };
  }

  private everydayPost(draft: Omit<Draft, 'text'>, topic: Topic, random: Random): SimulatedPost {
    const writer = this.crowd.writer(random);
    const place = this.placeOf(writer, random);
    const template = random.pick(topic.texts);
    const text = write(template, wordsAt(place, draft.atMilliseconds, random), sharedWords, random);
    switch (topic.voice) {
      case 'press':
        return byPaper({ ...draft, text }, random.pick(papers), random);
      case 'official':
        return byOffice({ ...draft, text }, random.pick(offices), random);
      case 'resident': {
        const tag = random.chance(hashtagShare) ? ` ${random.pick(hashtags)}` : '';
        return byResident({ ...draft, text: typed(text, writer.style, random) + tag }, writer, place, random);
      }
    }
  }

  /** Mostly the writer's own kelurahan, else anywhere in the city. */
  private placeOf(writer: Resident, random: Random): CityPlace {
    return random.chance(homeShare) ? this.places[writer.home]! : random.pick(this.places);
  }
}

/** Place and hour for the templates of one post. */
export function wordsAt(place: CityPlace, atMilliseconds: number, random: Random): Words {
  return {
    district: place.district,
    village: place.village,
    street: random.pick(sharedWords['street']!),
    partOfDay: partOfDay(atMilliseconds),
  };
}
