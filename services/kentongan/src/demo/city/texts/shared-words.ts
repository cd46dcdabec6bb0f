import { templates, type WordLists } from '../grammar.js';

const list = (text: string): readonly string[] => text.split(',').map((word) => word.trim());

/** Words that texts of all subjects share. Names of roads and sights are those of the city; everything else is invented. */
export const sharedWords: WordLists = {
  hey: templates(`
    lur,
    dulur,
    gaes,
    rek,
    bro,
    guys,
    min,
    Mas mbak,
    Pak Bu,
    Duh,
    Walah,
    Ya ampun,
    Eh,
  `),
  end: templates(`
    .
    .
    ...
    !
    , [ya|deh|nih|kan|lho].
    {space}[wkwk|wkwkwk|hehe|haha]
    {space}[🙏|😭|😅|🤣|👍|🙃]
  `),
  space: [' '],
  street: list(
    'Jalan Majapahit, Jalan Setiabudi, Jalan Siliwangi, Jalan Kaligawe, Jalan Pandanaran, Jalan Pemuda, Jalan Gajah Raya, Jalan Sriwijaya, Jalan Fatmawati, Jalan Ngesrep Timur, Jalan Wolter Monginsidi, Jalan Hanoman, Jalan Pamularsih, Jalan Sultan Agung, Jalan Kelud Raya, Jalan Menoreh, Jalan Arteri Soekarno-Hatta, Jalan Prof Hamka, Jalan Kompol Maksum, Jalan Dr Cipto, Jalan MT Haryono, Jalan Tentara Pelajar, Jalan Sendangguwo Raya, Jalan Supriyadi',
  ),
  spot: list(
    'Simpang Lima, Tugu Muda, Kota Lama, Pasar Johar, Taman Indonesia Kaya, perempatan Bangkong, bundaran Kalibanteng, tanjakan Gombel, Pasar Bulu, Stasiun Tawang, Stasiun Poncol, Terminal Mangkang, Pasar Karangayu, Jatingaleh, Pasar Peterongan, Kampung Pelangi, Waduk Jatibarang, flyover Jatingaleh, pertigaan Kedungmundu, Banjir Kanal Barat',
  ),
  market: list(
    'Pasar Johar, Pasar Bulu, Pasar Karangayu, Pasar Peterongan, Pasar Mangkang, Pasar Gayamsari, Pasar Langgar',
  ),
  count: list('dua, tiga, empat, lima, enam, tujuh'),
  minutes: list(
    'sepuluh menit, dua puluh menit, setengah jam, empat puluh menit, sejam, satu setengah jam, hampir dua jam',
  ),
  days: list('dua hari, tiga hari, empat hari, seminggu, dua minggu, sebulan, tiga bulan'),
  dayName: list('Senin, Selasa, Rabu, Kamis, Jumat, Sabtu, Minggu'),
  kin: list(
    'anakku, adikku, ibuku, bapakku, suamiku, istriku, kakakku, simbah, ponakan, tetangga, bulik, temen kantor, temen kos',
  ),
  food: list(
    'lumpia, tahu gimbal, nasi ayam, soto, mi kopyok, tahu petis, bandeng presto, wingko, gudeg koyor, pecel, mangut, bakso, siomay, ayam geprek, nasi goreng babat, es puter, kopi susu, es dawet, rujak, martabak',
  ),
  price: list('8 ribu, 10 ribu, 12 ribu, 15 ribu, 18 ribu, 20 ribu, 25 ribu, 30 ribu, 45 ribu'),
};
