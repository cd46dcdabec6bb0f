/**
 * Names and nicknames of regencies and provinces that are also everyday words, abbreviations or people (SBY is a former
 * president as well as Surabaya): they need a cue before them, a capital inside a sentence, or a place in the desk's area.
 */
export const wordLikeRegencies = new Set(
  `  pati malang palu  banjar    lebak  toba karo ende muna  siak sigi
  bungo barru  dairi agam belu alor lahat demak asahan bitung lingga kuningan sabang kudus langsa solok natuna paser
  berau kampar tebo wajo maros gowa bima tapin seluma sikka malaka mappi asmat banggai badung bangli subang
  sby smg bdg mlg bks nad oki oku hss hst hsu dps pku kbb pulauseribu solo dki diy kota tual poso buol baubau parepare
  tolitoli fakfak mukomuko sumba`
    .trim()
    .split(/\s+/),
);

/** Those that even *di* and *ke* do not make a place of (`di serang`, `ke puncak`): a capital or a level word must. */
export const verbLikeRegencies = new Set(
  'batu bone buru serang metro landak puncak intan kaur batang batubara kota pati'.split(' '),
);
