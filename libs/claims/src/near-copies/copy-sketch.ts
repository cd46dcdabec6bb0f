/** As many values of the signature as the sketch keeps: the estimate of the similarity has a standard error of at most 0.06. */
const sketchLength = 72;
/** One character a value: its lowest six bits (b-bit minwise hashing, Li & König 2010). Two others are equal by chance in 1 of 64. */
const sixBits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * A signature in a few characters, so that it travels with a post: who groups posts needs neither words nor text.
 * @param signature as `signatureOf` gives it, at least 72 values
 */
export function sketchOf(signature: Uint32Array): string {
  let sketch = '';
  for (let k = 0; k < sketchLength; k += 1) sketch += sixBits[signature[k]! & 63];
  return sketch;
}
