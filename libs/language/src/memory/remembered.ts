/** A longer word is hardly ever seen twice; it is worked out anew, so that odd posts cannot fill the memory. */
const wordCharactersMax = 40;

/**
 * What a pure function makes of a word, remembered: most words of a post were in the posts before. The newest `wordsMax`
 * words and the `wordsMax` before them are kept; a word that comes back moves to the newer ones.
 */
export function remembered<Made extends object | string | number>(
  wordsMax: number,
  make: (word: string) => Made,
): (word: string) => Made {
  let newer = new Map<string, Made>();
  let older: ReadonlyMap<string, Made> = new Map();
  const learn = (word: string): Made => {
    const made = older.get(word) ?? make(word);
    if (word.length > wordCharactersMax) return made;
    if (newer.size >= wordsMax) {
      older = newer;
      newer = new Map();
    }
    newer.set(ownCopy(word), made);
    return made;
  };
  return (word) => newer.get(word) ?? learn(word);
}

/** V8 copies what is cut out up to this length; a longer piece keeps the whole text alive that it was cut from. */
const copiedCharactersMax = 12;

/** The same characters without the post they were cut from. Short ones stay the same string, which compares fastest. */
export function ownCopy(text: string): string {
  return text.length <= copiedCharactersMax ? text : ` ${text}`.slice(1);
}
