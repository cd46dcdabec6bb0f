import { describe, expect, it } from 'vitest';
import { formatBytes, formatNumber, formatPercent } from './numbers.js';
import { formatDateTime, formatRelative, formatShortDateTime, formatSpan, formatTime } from './times.js';

const noon = '2026-11-22T06:05:00.000Z';
const now = Date.parse(noon);

describe('numbers', () => {
  it('are written as one writes them in Indonesia, and in English', () => {
    expect(formatNumber(1234, 'id')).toBe('1.234');
    expect(formatNumber(1234, 'en')).toBe('1,234');
    expect(formatNumber(1234.56, 'id', 1)).toBe('1.234,6');
    expect(formatPercent(0.125, 'id')).toBe('12,5\u00a0%');
    expect(formatPercent(0.125, 'en')).toBe('12.5%');
    expect(formatBytes(1_500_000_000, 'id')).toBe('1,5\u00a0GB');
    expect(formatBytes(0, 'id')).toBe('0\u00a0B');
  });
});

describe('times', () => {
  it('stand in the zone of the region, with its name', () => {
    expect(formatDateTime(noon, 'id', 'Asia/Jakarta')).toBe('Minggu, 22 Nov 2026 13.05 WIB');
    expect(formatTime(noon, 'id', 'Asia/Makassar')).toBe('14.05 WITA');
    expect(formatTime(noon, 'en', 'Asia/Jayapura')).toBe('15:05 WIT');
    expect(formatShortDateTime('2026-11-21T20:00:00Z', 'id', 'Asia/Jakarta')).toBe('22 Nov 03.00 WIB');
  });

  it('are told relative to now, past and to come', () => {
    const ago = (minutes: number) => now - minutes * 60_000;
    expect(formatRelative(ago(0.4), now, 'id')).toBe('baru saja');
    expect(formatRelative(ago(8), now, 'id')).toBe('8 menit lalu');
    expect(formatRelative(ago(180), now, 'id')).toBe('3 jam lalu');
    expect(formatRelative(ago(60 * 72), now, 'en')).toBe('3 days ago');
    expect(formatRelative(ago(-120), now, 'id')).toBe('2 jam lagi');
    expect(formatRelative(ago(60), now, 'en')).toBe('1 hour ago');
  });

  it('are short where there is little room', () => {
    expect(formatSpan(42 * 60_000, 'id')).toBe('42 mnt');
    expect(formatSpan(20_000, 'id')).toBe('1 mnt');
    expect(formatSpan(26 * 3_600_000, 'en')).toBe('26 h');
  });
});
