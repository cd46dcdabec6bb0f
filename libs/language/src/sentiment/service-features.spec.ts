import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../tokens/tokenize.js';
import { serviceFeatureCount, serviceFeatures } from './service-features.js';
import { termsOf } from './terms.js';

const read = (text: string) => {
  const features = serviceFeatures(termsOf(tokenize(text)));
  expect(features).toHaveLength(serviceFeatureCount);
  const [stopped, denied, lasting, announced, solved] = features.map((each) => Math.round(Math.expm1(each)));
  return { stopped, denied, lasting, announced, solved };
};

describe('service features', () => {
  it('see a service that stops, in either order and over a name', () => {
    expect(read('Air PDAM mati')).toMatchObject({ stopped: 2 });
    expect(read('mati lampu lagi')).toMatchObject({ stopped: 1 });
    expect(read('Lampu merah perempatan Siliwangi padam')).toMatchObject({ stopped: 1 });
    expect(read('Bapak itu mati syahid')).toMatchObject({ stopped: 0 });
  });

  it('see what is expected and does not happen', () => {
    expect(read('Sampah belum juga diangkut')).toMatchObject({ denied: 1 });
    expect(read('Laporan gak ditanggapi, telepon gk diangkat')).toMatchObject({ denied: 2 });
    expect(read('Sampah sudah diangkut')).toMatchObject({ denied: 0 });
  });

  it('see for how long', () => {
    expect(read('sudah tiga hari begini')).toMatchObject({ lasting: 2 });
    expect(read('antre berjam-jam')).toMatchObject({ lasting: 1 });
    expect(read('sejak saya kecil')).toMatchObject({ lasting: 0 });
  });

  it('see an announcement and thanks', () => {
    expect(read('Listrik akan padam besok, pukul 9 sampai 12')).toMatchObject({ announced: 4 });
    expect(read('Akhirnya diaspal, alhamdulillah')).toMatchObject({ solved: 2 });
  });
});
