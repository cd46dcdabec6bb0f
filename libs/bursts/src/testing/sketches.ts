const sixBits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const length = 72;
const pairs = Array.from({ length: 4_096 }, (_, i) => sixBits[i >> 6]! + sixBits[i & 63]!);

/** The sketch of an invented text that shares nothing with any other. */
export function inventedSketch(random: () => number): string {
  let sketch = '';
  for (let at = 0; at < length; at += 2) sketch += pairs[Math.floor(random() * 4_096)];
  return sketch;
}

/** As it comes out after a few words were changed: some values in other places are others now. */
export function editedSketch(sketch: string, changes: number, random: () => number): string {
  const values = [...sketch];
  for (let change = 0; change < changes; change += 1) {
    const at = Math.floor(random() * length);
    values[at] = sixBits[(sixBits.indexOf(values[at]!) + 1 + Math.floor(random() * 63)) % 64]!;
  }
  return values.join('');
}
