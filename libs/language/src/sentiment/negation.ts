/** Words that turn what follows: Indonesian, its colloquial forms, and the regional and English ones of the training data. */
export const negators: ReadonlySet<string> = new Set(
  (
    'tidak tak gak ga gk nggak ngga enggak engga ndak nda tdk kagak kaga bukan bkn belum belom blm kurang jangan jgn tanpa tiada ' +
    'ora dudu durung ojo henteu teu sanes tong tusing nenten indak bukannyo kada hanko han hana bek kon ' +
    'jida dang ndang daong unang dek tenia benni ta ' +
    "not no never without isn't don't didn't doesn't wasn't can't couldn't won't wouldn't aren't weren't hardly"
  ).split(' '),
);

/** Tokens after a negator that count as negated. Longer reaches lost on the development data. */
export const negationReach = 3;
