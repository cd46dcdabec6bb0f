/**
 * How often a retelling keeps a word of the fact's title. Not estimated from texts: chosen by comparing a few round values
 * (0.3 to 0.85) on development figures, which moved recall by about two points.
 */
const claimWord = 0.75;
/** Figures and dates are rounded, updated or added by the fact-checker. */
export const figureKept = 0.5;
/** The fact-checker's words for where and in what form the claim was seen. Who passes it on seldom repeats them. */
export const formWordKept = 0.3;

/** Our own list, in stems. */
const formWords = new Set(
  'video foto gambar tangkap layar akun facebook whatsapp tiktok instagram twitter youtube telegram unggah posting artikel tautan link nama pesan rantai palsu hoaks salah tiru narasi klaim edar viral cuplik rekam berita media sosial iklan situs'.split(
    ' ',
  ),
);

/** Probability that a post which tells the fact's story holds this word of its title. */
export function keptProbabilityOf(titleStem: string): number {
  if (formWords.has(titleStem)) return formWordKept;
  return /^[\p{P}\d]+$/u.test(titleStem) ? figureKept : claimWord;
}
