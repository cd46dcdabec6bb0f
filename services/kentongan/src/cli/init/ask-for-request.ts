import type { PlaceView } from '@kentongan/contracts';
import type { z } from 'zod';
import { askDesk, type DeskAddress } from '../desk/desk-api.js';
import type { InitFiles } from './init-files.js';
import { slugOf } from './watch-words.js';

export interface InitAnswers extends InitFiles {
  readonly region: string;
  readonly place: readonly string[];
  readonly admin?: string;
}

/** Puts a question to the person at the terminal. */
export type Ask = (question: string) => Promise<string>;

type Place = z.infer<typeof PlaceView>;

const choicesMax = 9;

/** For who typed `init` and nothing else: the region by its name, then what each file would have told. */
export async function askForRequest(desk: DeskAddress, ask: Ask): Promise<InitAnswers> {
  const place = await choosePlace(desk, ask);
  const suggested = slugOf(place.name);
  const region = (await ask(`Id of the region [${suggested}]: `)) || suggested;
  const watchWords = await ask('Words to watch, with commas between them, or a file (Enter: none): ');
  const agencies = await ask('CSV file of agencies: id,name,subjects,places,contact (Enter: none): ');
  const feeds = await ask('CSV file of feeds: id,name,url (Enter: none): ');
  const officers = await ask('CSV file of officers: userName,name,role,agencyId,onDuty (Enter: none): ');
  const admin = await ask('User name of the administrator to make (Enter: none): ');
  return {
    region,
    place: [place.code],
    ...(watchWords && { watchWords }),
    ...(agencies && { agencies }),
    ...(feeds && { feeds }),
    ...(officers && { officers }),
    ...(admin && { admin }),
  };
}

async function choosePlace(desk: DeskAddress, ask: Ask): Promise<Place> {
  for (;;) {
    const name = await ask('Name of the region (kota, kabupaten or provinsi): ');
    if (name.length < 2) continue;
    const query = new URLSearchParams({ q: name, limit: String(choicesMax) });
    const places = await askDesk<Place[]>(desk, 'GET', `/api/places?${query}`);
    const [only] = places;
    const list = places.map(({ code, fullName }, index) => `  ${index + 1}  ${fullName} (${code})`);
    const question = only
      ? `${list.join('\n')}\nWhich one [1]? 0 looks for another name: `
      : 'No such place. Enter to try again: ';
    const chosen = await ask(question);
    const place = chosen === '' ? only : places[Number(chosen) - 1];
    if (place) return place;
  }
}
