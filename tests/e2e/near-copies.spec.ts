import { describe, expect, it } from '@jest/globals';
import { CopyGroups } from '@kentongan/bursts';
import { copyWordsOf } from '@kentongan/claims';
import { tokenize } from '@kentongan/language';

const hour = 3_600_000;
const rumour =
  'Mulai besok Jembatan Kaligarang ditutup tiga bulan karena tiang penyangga retak, kendaraan dialihkan lewat Sampangan';
const edited = rumour.replace('besok', 'lusa').replace('karena', 'krn').replace('dialihkan', 'di alihkan');

/** From a post's words, as the analyzer reads them, to its group, as the detector finds it. */
function grouping() {
  const groups = new CopyGroups();
  let hours = 0;
  return (text: string): string | null => {
    const { key, sketch } = copyWordsOf(tokenize(text));
    hours += 1;
    return key === null || sketch === null ? key : groups.groupOf(key, sketch, hours * hour);
  };
}

describe('posts that pass on one text', () => {
  it.each([
    ['with a few words changed', edited],
    ['with a header and an appeal', `Info valid!! ${rumour} tolong sebarkan`],
    ['with both', `Info valid!! ${edited} tolong sebarkan`],
    [
      'forwarded, in capitals, with hashtags',
      `Diteruskan dari grup sebelah: ${rumour.toUpperCase()} #semarang`,
    ],
    [
      'with another bridge and another month',
      rumour.replace('Kaligarang', 'Banjirkanal').replace('tiga', 'dua'),
    ],
  ])('are one group %s', (_, copy) => {
    const groupOf = grouping();
    const first = groupOf(rumour);
    expect(groupOf(copy)).toBe(first);
  });

  it('are not merged with another complaint about the same flood', () => {
    const complaints = [
      'Banjir di Genuk sudah selutut sejak subuh, pompa air Tenggang mati dan belum ada petugas yang datang',
      'Banjir di Genuk makin tinggi, warga RT 05 butuh perahu karet untuk mengungsikan lansia dan anak balita',
      'Sudah tiga kali banjir di Genuk bulan ini, tolong saluran di depan pasar dikeruk karena penuh sampah plastik',
      'Jalan raya Genuk banjir, truk mogok di depan pabrik dan macet sampai Kaligawe, hindari jalur ini dulu',
      'Pak wali, banjir di Genuk kapan selesai? Janji normalisasi sungai dari tahun lalu sampai sekarang belum ada kabar',
    ];
    const groupOf = grouping();
    const groups = [...complaints, rumour].map(groupOf);
    expect(groups).not.toContain(null);
    expect(new Set(groups).size).toBe(complaints.length + 1);
  });

  it('give the same groups however often they are read', () => {
    const posts = [rumour, edited, `${rumour} ya`, rumour];
    expect(posts.map(grouping())).toEqual(posts.map(grouping()));
    expect(new Set(posts.map(grouping())).size).toBe(1);
  });
});
