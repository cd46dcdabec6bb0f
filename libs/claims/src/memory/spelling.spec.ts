import { describe, expect, it } from '@jest/globals';
import { Spelling } from './spelling.js';

describe('the spelling of a stem the memory does not hold', () => {
  const spelling = new Spelling();
  for (const stem of ['koalisi', 'afghanistan', 'kanker', 'kantor', 'magnitudo', 'palu']) spelling.add(stem);

  it.each([
    ['kualisi', 'koalisi'],
    ['afganistan', 'afghanistan'],
    ['magnitude', 'magnitudo'],
    ['kankeer', 'kanker'],
  ])('%s means %s', (written, meant) => {
    expect(spelling.meant(written)).toBe(meant);
  });

  it.each(['salu', 'pal', 'kanter', 'boalisi', 'setelah', '12345'])('does not guess at %s', (written) => {
    const torn = new Spelling();
    for (const stem of ['kanker', 'kantor', 'kanter0', 'kantir', 'koalisi', 'sebelah', 'palu'])
      torn.add(stem);
    expect(torn.meant(written)).toBeUndefined();
  });

  it('forgets a stem that left, in every place it was filed', () => {
    spelling.remove('koalisi');
    expect(spelling.meant('kualisi')).toBeUndefined();
    expect(spelling.meant('kankeer')).toBe('kanker');
  });
});
