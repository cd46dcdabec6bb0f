/**
 * Our own additions to the compiled list: words of news and of kitchens, names of politicians, and pairs of words
 * (`air mata`, `sumber daya`; written together, as names are compared) that are villages somewhere.
 */
export const ownAmbiguousNames = `
merdeka kawedanan kelurahan kecamatan desa kabupaten gratis gizi kenyang negeri masak bendera
mbako rampok maling begal joko jokowi prabowo gibran megawati anies ganjar luhut siswa murid guru kepala
dapur ayam telor telur tempe tahu susu nasi sayur buah kotak paket racun beras piring menteri presiden
gubernur bupati camat lurah
airpanas sumberdaya airterjun airhangat airmata airputih airdingin airbersih airmancur airtawar baratdaya
datarantinggi tamanbunga ciptakarya pintuair mataair pompaair cintakasih gedungbaru kotatua kotalama
kotabaru senanghati jembatangantung perbulan pasirputih belakanggedung kebunbunga ruangtengah bulanbaru
tapitapi sumberwaras gajahmada angkasapura kelapadua simpangraya sukamanis sukadatang sukamampir karyanyata
pandanwangi masmas lamabaru bintanglima sarangburung kasihsayang tanahair tanahmerah airmerah pasarbaru
pasarlama kampungbaru pondokindah 
`.trim();
