import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cityPlaces, SimulatedCity, simulateHistory } from '@kentongan/kentongan/demo';
import { collectedOf } from '../support/simulated-posts.js';

const dayEndsAt = Date.parse('2026-11-22T14:00:00Z');

/** `FOLDER DAYS PARTS`: the posts of so many simulated days as files `0`, `1`, …, one JSON object a line. */
const [folder = '', days = '', parts = ''] = process.argv.slice(2);
const posts = simulateHistory(new SimulatedCity(cityPlaces()), dayEndsAt, Number(days)).map(collectedOf);
const size = Math.floor(posts.length / Number(parts));
for (let part = 0; part < Number(parts); part += 1) {
  const lines = posts.slice(part * size, (part + 1) * size).map((post) => JSON.stringify(post));
  writeFileSync(join(folder, String(part)), lines.join('\n'));
}
