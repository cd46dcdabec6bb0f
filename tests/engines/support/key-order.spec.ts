import { describe, expect, it } from '@jest/globals';
import { KeyOrder } from './key-order.js';

describe('the order of a key', () => {
  it('is kept by rising numbers, also when some come again', () => {
    const order = new KeyOrder(2);
    for (const number of [0, 2, 4, 2, 4, 6]) order.observe('a', number);
    order.observe('b', 1);
    expect(order).toMatchObject({ offences: [], repeats: 2 });
  });

  it('is broken by a gap, even when the missing one comes later', () => {
    const order = new KeyOrder(1);
    for (const number of [0, 2, 1]) order.observe('a', number);
    expect(order.offences).toEqual(['a: 2 came after 0']);
  });
});
