import { expect, it } from 'vitest';
import { answerToKey } from './bar-selection.js';

const key = (name: string, shiftKey = false) => ({ key: name, shiftKey });
const at = (cursor: number, anchor: number | null = null) => ({ cursor, anchor });

it('moves, and with Shift chooses from where it began', () => {
  expect(answerToKey(at(3), key('ArrowRight'), 10)).toEqual({ kind: 'move', selection: at(4) });
  expect(answerToKey(at(3), key('ArrowRight', true), 10)).toEqual({ kind: 'move', selection: at(4, 3) });
  expect(answerToKey(at(4, 3), key('End', true), 10)).toEqual({ kind: 'move', selection: at(9, 3) });
  expect(answerToKey(at(4, 3), key('ArrowLeft'), 10)).toEqual({ kind: 'move', selection: at(3) });
});

it('stays on the chart', () => {
  expect(answerToKey(at(0), key('PageDown'), 10)?.selection.cursor).toBe(0);
  expect(answerToKey(at(9), key('PageUp'), 10)?.selection.cursor).toBe(9);
  expect(answerToKey(at(0), key('End'), 0)?.selection.cursor).toBe(0);
});

it('applies what is chosen, or the one bar, and cancels', () => {
  expect(answerToKey(at(5, 2), key('Enter'), 10)).toEqual({ kind: 'apply', selection: at(5, 2) });
  expect(answerToKey(at(5), key(' '), 10)).toEqual({ kind: 'apply', selection: at(5, 5) });
  expect(answerToKey(at(5, 2), key('Escape'), 10)).toEqual({ kind: 'cancel', selection: at(5) });
});

it('leaves every other key to the page', () => {
  expect(answerToKey(at(5), key('Tab'), 10)).toBeNull();
  expect(answerToKey(at(5), key('/'), 10)).toBeNull();
  expect(answerToKey(at(5), key('Escape'), 10)).toBeNull();
});
