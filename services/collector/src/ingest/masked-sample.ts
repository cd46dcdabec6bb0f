const sampleCharactersMax = 200;
const knownFields =
  /^(id|ts|text|platform|url|author|authorKind|language|likes|retweets|replies|views|replyTo|location|deleted)$/;

/**
 * The shape of refused input, for finding out what a sender does wrong: names of known fields stay, every other letter
 * becomes `x` and every digit `9`. A refused line was never pseudonymised, so none of its words may be kept.
 */
export function maskedSample(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, sampleCharactersMax * 4));
  return text
    .replace(
      /"([A-Za-z]{1,20})"(\s*:)|[\p{L}\p{M}]|\p{N}|[^\x20-\x7E]/gu,
      (match, name?: string, colon?: string) => {
        if (name !== undefined && colon !== undefined)
          return knownFields.test(name) ? match : `"${'x'.repeat(name.length)}"${colon}`;
        if (/^\p{N}$/u.test(match)) return '9';
        return /^[\p{L}\p{M}]$/u.test(match) ? 'x' : '.';
      },
    )
    .slice(0, sampleCharactersMax);
}
