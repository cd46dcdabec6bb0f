const stamps =
  /^(\s*(\[[^\]]{1,40}\]|\([^)]{1,40}\)|(hoaks|hoax|disinformasi|salah|keliru|cek fakta)\s*[!:-]))+/iu;
const stampsBehind = /(\s*(\[[^\]]{1,40}\]|\((hoaks|hoax|salah|keliru)\)))+\s*$/iu;
const label = /#?\b(hoaks|hoax)\b\s*[:!,-]?\s*/giu;

/**
 * The name of a fact-check beside a post or an issue. Publishers put their stamp in front (`[SALAH]`, `(HOAKS)`); it is
 * about what they checked and would read as a verdict on the post, which nobody has judged.
 */
export function factName(title: string): string {
  const bare = title.replace(stamps, '').replace(stampsBehind, '').replace(label, '').trim();
  return bare === '' ? '…' : bare;
}
