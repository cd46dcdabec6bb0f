/**
 * The name of a fact-check beside a post. Publishers put their stamp in front (`[SALAH]`, `(HOAKS)`); it is about what
 * they checked and would read as a verdict on the post, which nobody has judged.
 */
export function factName(title: string): string {
  const bare = title.replace(
    /^(\s*(\[[^\]]{1,40}\]|\([^)]{1,40}\)|(hoaks|hoax|disinformasi|salah|cek fakta)\s*[!:-]))+/iu,
    '',
  );
  return bare.trim() === '' ? title.trim() : bare.trim();
}
