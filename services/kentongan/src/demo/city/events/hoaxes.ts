import { returningHoaxes } from '../returning-hoaxes.js';
import type { Story } from './story.js';

const hashtags = ['#waspada', '#sebarkan'];

/** The false stories of the hoax memory, as they come back: forwarded, shortened, retold, asked about. */
export const hoaxes: readonly Story[] = returningHoaxes.map((hoax) => ({
  title: `Kembali: ${hoax.title}`,
  about: hoax.about,
  hashtags,
  chain: { weight: 55, text: hoax.hoaxText, additions: hoax.additions, changes: hoax.changes },
  parts: [{ weight: 45, texts: hoax.retellings }],
}));
