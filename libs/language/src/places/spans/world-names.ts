/**
 * Countries, regions and large cities of the world by their Indonesian names: the gazetteer holds Indonesia's administrative
 * units alone, and a post about Malaysia must not be read as one about us. Our own list.
 */
const abroadWords: ReadonlySet<string> = new Set(
  `adelaide afganistan afghanistan afrika alaska albania aleppo algeria aljazair aljir amerika amman
  amsterdam ancol andorra angola ankara antartika arab argentina arizona armenia as asean asia athena
  atlanta auckland australia austria azerbaijan bagdad baghdad bahama bahamas bahrain bangkok bangladesh
  barbados barcelona beijing beirut belanda belarus belarusia belgia belize benin berlin bern bhutan
  birmingham bogota bolivia borneo bosnia boston botswana brasil brasilia brazil brisbane britania brunei
  brussel brussels budapest bukares bulgaria burundi busan california canberra caracas ceko chad chechnya
  chicago chile china cina colorado crimea dallas damaskus darfur delhi denmark detroit djibouti doha
  dominika donetsk dubai dublin ecuador edinburgh ekuador emirat eritrea eropa estonia ethiopia etiopia
  fiji filipina finlandia florence florida frankfurt fukuoka gabon gambia gambir gaza georgia ghana
  glasgow grenada guangzhou guatemala guinea guyana haiti hamburg hanoi havana hawaii helsinki herzegovina
  hiroshima hokkaido hollywood honduras hongkong houston hungaria illinois india inggris irak iran
  irlandia islamabad islandia israel istanbul italia jamaika jeddah jenewa jepang jerman johannesburg
  johor jordania kabul kairo kamboja kamerun kanada kandahar karachi kashmir katalunya kazakhstan kelantan
  kenya kiev kirgizstan kolkata koln kolombia komoro kongo kopenhagen korea kosovo kosta kroasia kuba
  kuwait kyiv kyoto lagos lahore laos latvia lebanon lesotho libanon liberia libia libya liechtenstein
  lima lisboa lisbon lituania liverpool london lourdes luksemburg lyon macau madagaskar madinah madrid
  makedonia makkah maladewa malawi malaysia mali malta manchester manila maroko marseille massachusetts
  mauritania mauritius mekah mekkah meksiko melaka melbourne mesir miami michigan mikronesia milan milano
  minsk moldova monaco monako mongolia montenegro montreal moscow moskow mosul mozambik muenchen mumbai
  munich myanmar nagasaki nairobi namibia napoli nauru nepal nevada niger nigeria nikaragua norwegia ohio
  okinawa oman osaka oseania oslo ottawa pakistan palau palestina panama paraguay paris penang
  pennsylvania perancis perth peru philadelphia phnom png polandia portugal praha prancis punjab qatar
  queensland rabat reykjavik riyadh roma rotterdam rumania rusia rwanda sabah samoa santiago sarawak saudi
  seattle selangor senegal seoul serawak serbia seychelles shanghai shenzhen siberia singapura siprus
  skotlandia slovakia slovenia sofia somalia soviet spanyol srilanka stockholm sudan suriah suriname
  swaziland swedia swiss sydney taipei taiwan tajikistan tanzania tasmania teheran terengganu texas
  thailand tibet tiongkok togo tokyo tonga toronto trinidad tripoli tunis tunisia turin turki turkmenistan
  uganda ukraina uruguay usa uzbekistan vancouver vanuatu vatikan venesia venezuela venice victoria
  vietnam virginia wales warsawa washington wellington wina wuhan xinjiang yaman yangon yerusalem yordania
  yunani zambia zimbabwe zurich`.split(/\s+/),
);

/** Islands, landscapes and quarters of Indonesia that are more than an administrative unit. */
const homeWords: ReadonlySet<string> = new Set(
  `bromo cikini dayak flores indonesia jabodetabek jabotabek jakarta jawa kalimantan karimunjawa kemayoran
  krakatau kuningan lombok madura malaka menteng merapi minahasa minangkabau monas nusakambangan nusantara
  pantura papua rinjani semeru senayan sulawesi sumatera sumatra sumba sunda toba toraja`.split(/\s+/),
);

/** Whether a name is that of a country or city abroad, which a village somewhere may share (*Jepang*). */
export const isAbroad = (name: string): boolean => abroadWords.has(name);

/** Names of two or three words, each with single blanks. */
const worldPhrases: ReadonlySet<string> = new Set(
  `abu dhabi, afrika barat, afrika selatan, afrika tengah, afrika utara, amerika latin, amerika selatan,
  amerika serikat, amerika utara, arab saudi, asia selatan, asia tengah, asia tenggara, asia timur,
  atlantik utara, bosnia herzegovina, britania raya, brunei darussalam, buenos aires, burkina faso, el
  salvador, eropa barat, eropa timur, hindia belanda, ho chi minh, hollywood hills, hong kong, inggris
  raya, irlandia utara, jalur gaza, jerman barat, jerman timur, korea selatan, korea utara, kosta rika,
  kuala lumpur, las vegas, laut cina selatan, laut jawa, los angeles, mexico city, new delhi, new england,
  new jersey, new mexico, new orleans, new south wales, new york, new york city, north carolina, nusa
  tenggara, pantai gading, papua new guinea, papua nugini, puerto rico, puncak jaya, republik ceko,
  republik dominika, rio de janeiro, rusia barat, salt lake city, samudra hindia, samudra pasifik, san
  diego, san francisco, santa fe, santa monica, sao paulo, selandia baru, selat malaka, sierra leone,
  south carolina, sri lanka, st petersburg, tel aviv, tepi barat, timor leste, timur tengah, trinidad dan
  tobago, uni emirat, uni emirat arab, uni soviet, washington dc, west virginia`
    .replace(/\s+/g, ' ')
    .split(', '),
);

/** Words in the longest phrase. */
const phraseWordsMax = 3;
const phraseBeginnings = new Set([...worldPhrases].map((phrase) => phrase.split(' ')[0]!));

/** Words of the longest phrase that begins at word `at`; 0 when none does. */
function phraseWords(low: readonly string[], at: number): number {
  if (!phraseBeginnings.has(low[at]!)) return 0;
  for (let length = Math.min(phraseWordsMax, low.length - at); length > 1; length -= 1)
    if (worldPhrases.has(low.slice(at, at + length).join(' '))) return length;
  return 0;
}

/** Per word: 0 = no name of the world, 1 = a name of one word, 2 = begins one of several, 3 = goes on with it. */
export function worldMarks(low: readonly string[]): Int32Array {
  const marks = new Int32Array(low.length);
  for (let i = 0; i < low.length; i += 1) {
    if (marks[i] === 0 && (abroadWords.has(low[i]!) || homeWords.has(low[i]!))) marks[i] = 1;
    const length = phraseWords(low, i);
    for (let k = 0; k < length; k += 1) marks[i + k] = k === 0 ? 2 : 3;
  }
  return marks;
}
