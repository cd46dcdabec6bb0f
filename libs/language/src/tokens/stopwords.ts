import { stopwordList } from './stopword-list.js';

/** Words that carry no subject (yang, dan, di …), in `norm` form. */
export const stopwords: ReadonlySet<string> = new Set(
  stopwordList.split(/\s+/).filter((word) => word !== ''),
);
