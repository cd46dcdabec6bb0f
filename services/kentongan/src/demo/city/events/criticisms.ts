import { templates } from '../grammar.js';
import type { Story } from './story.js';

/** People who do not agree with a decision, and say so. The decisions are invented. */
export const criticisms: readonly Story[] = [
  {
    title: 'Kritik aturan parkir berlangganan',
    about: ['traffic'],
    hashtags: ['#TolakParkirBulanan', '#parkirbulanan'],
    parts: [
      {
        weight: 100,
        texts: templates(`
          Parkir berlangganan wajib 60 ribu sebulan itu [aturan macam apa|logikanya di mana], yang parkir di rumah sendiri ikut bayar{end}
          [Pemkot|Wali kota] [enak banget|gampang banget] bikin aturan parkir bulanan, yang gajinya pas-pasan disuruh mikir sendiri
          Katanya biar tertib, ujungnya [nyari duit|rakyat lagi yang diperas]. Parkir bulanan [batalkan|nggak masuk akal].
          Parkir bulanan jalan, jukir tetap narik. [Dobel dong|Hebat]{end}
          Saya setuju jukir ditata, tapi kewajiban parkir berlangganan untuk semua motor itu kebijakan yang malas berpikir.
          Jalan masih bolong, halte bocor, eh yang diurus parkir bulanan{end}
          Sudah bayar pajak motor, sekarang parkir berlangganan, besok apa, napas bulanan?
          Sosialisasi nggak ada, [tiba-tiba|ujug-ujug] wajib parkir bulanan mulai bulan depan. Warga dianggap apa.
          Dewan kok diam soal parkir berlangganan? Giliran kampanye rajin nyapa
          Buat ojol parkir bulanan itu berat, sehari bisa pindah sepuluh tempat. Pernah nggak pejabatnya nanya dulu
          Kebijakan parkir ini cuma menguntungkan pengelola, warga cuma jadi dompet berjalan.
          Aku sih nggak anti aturan, tapi parkir bulanan yang hitungannya tertutup begini wajar ditolak.
          Nek kebijakane ngene terus, wong cilik arep mangan opo. Parkir bulanan kok diwajibke
          Dulu janji [transportasi murah|bus gratis], sekarang parkir wajib bulanan. [Omong doang|Lupa ya pak].
          Tolong jelaskan uang parkir berlangganan itu lari ke mana, kami berhak tahu.
        `),
      },
    ],
  },
  {
    title: 'Kritik jam malam pedagang',
    about: ['trade'],
    hashtags: ['#JamMalamPKL', '#pedagangmalam'],
    parts: [
      {
        weight: 100,
        texts: templates(`
          Pedagang malam disuruh tutup jam sembilan, yang bikin aturan pasti nggak pernah lapar jam sepuluh{end}
          Jam malam buat PKL itu [kebijakan|aturan] yang [mematikan orang kecil|nggak pernah diajak ngomong pedagangnya]
          Kota kok takut sama gerobak {food}. Yang mal buka sampai malam boleh, yang kaki lima diusir.
          [Pemkot|Pejabatnya] bilang demi ketertiban, padahal justru karena ada pedagang jalan itu terang dan ramai
          Bapakku jualan {food} dari jam tujuh malam, kalau tutup jam sembilan ya tutup selamanya
          Aturan jam malam pedagang ini dibuat orang yang gajinya tetap tiap bulan.
          Nggak habis pikir, ekonomi lagi susah malah pedagang dibatasi. [Mikir dong|Heran saya].
          Semarang kota kuliner malam, eh kulinernya disuruh tidur jam sembilan{end}
          Dewan mana suaranya? Pas butuh suara pedagang didatangi satu-satu
          Jam malam PKL sama saja bilang: silakan miskin dengan tertib.
          Kalau masalahnya sampah ya sampahnya diatur, bukan pedagangnya dihapus. Kebijakan kok males
          Kajiannya mana? Tahu-tahu ada surat edaran jam malam, pedagang {village} bingung semua
          Wong golek upo kok diwatesi jam, sing gawe aturan kudu njajal dodolan sewengi wae
          Saya tidak setuju jam malam pedagang, ini tidak adil dan tidak menyelesaikan apa-apa.
          Wali kota perlu dengar pedagang dulu sebelum tanda tangan jam malam, jangan cuma dengar staf.
        `),
      },
    ],
  },
  {
    title: 'Kritik jam masuk sekolah setengah enam',
    about: ['children'],
    hashtags: ['#SekolahSetengahEnam'],
    parts: [
      {
        weight: 100,
        texts: templates(`
          Sekolah masuk setengah enam pagi? Yang usul pasti rumahnya sebelahan sama sekolah{end}
          Anak SMP disuruh masuk jam 05.30, subuhnya di jalan, [sarapannya kapan|tidurnya kapan]. Kebijakan aneh.
          [Pejabat|Bapak-bapak di kantor] masuk jam delapan, anak-anak disuruh setengah enam. Lucu negeri ini.
          Penelitian mana yang bilang anak lebih pintar kalau kurang tidur. [Malu sama ilmu|Ngawur].
          Angkot jam lima belum ada, anak {village} mau naik apa ke sekolah, terbang?
          Guru juga manusia pak, punya anak bayi, masuk setengah enam itu nyiksa
          Disiplin bukan soal jam paling pagi. Aturan ini cuma kelihatan keren di berita.
          Uji coba kok ke anak orang. Cabut saja aturan masuk setengah enam.
          Yang bikin kebijakan nggak pernah bonceng anak ngantuk di {street} kayaknya
          Rapornya merah, solusinya masuk setengah enam. Mutunya yang dibenahi dong, bukan jamnya.
          Saya orang tua murid, tidak pernah diajak bicara, tahu-tahu anak saya harus masuk 05.30. Keputusan sepihak.
          Bocah kok dikon mlebu setengah enem, sing duwe usul wis tau ngeterke anak durung
          Buang-buang energi, lebih baik perbaiki toilet sekolah daripada memajukan jam masuk
          Kalau tujuannya biar nggak macet, ya benahi busnya. Anak sekolah kok yang dikorbankan
          Besok sekalian aja nginep di sekolah{end} aturan setengah enam ini nggak pakai akal sehat
        `),
      },
    ],
  },
];
