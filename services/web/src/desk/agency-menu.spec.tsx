import type { MoveBody } from '@kentongan/contracts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cardOf } from '../testing/cards.js';
import { type Asked, listOf, showApp } from '../testing/show-app.js';

afterEach(() => vi.unstubAllGlobals());

const routed = (version: number, agencyId: string) => cardOf('a', { version, route: 'complaint', agencyId });
const agencies = [
  { agencyId: 'pdam', name: 'PDAM' },
  { agencyId: 'dpu', name: 'Dinas Pekerjaan Umum' },
];

describe('the agency on a card', () => {
  it('is put right in one tap and taken back in another, with the version that was decided on', async () => {
    let version = 1;
    const server = ({ path, body }: Asked): unknown => {
      if (path === '/api/issues') return listOf(routed(1, 'pdam'));
      if (path.startsWith('/api/regions/')) return { agencies };
      const move = body as Extract<MoveBody, { move: 'triage' }> | null;
      if (!path.endsWith('/moves') || !move) return undefined;
      version += 1;
      return { card: routed(version, move.agencyId ?? '') };
    };
    const { asked } = await showApp('/', server);
    await userEvent.click(await screen.findByRole('button', { name: 'Ganti OPD, sekarang PDAM' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Dinas Pekerjaan Umum' }));
    await screen.findByRole('button', { name: 'Ganti OPD, sekarang Dinas Pekerjaan Umum' });
    await userEvent.click(screen.getByRole('button', { name: /Urungkan/ }));
    await screen.findByRole('button', { name: 'Ganti OPD, sekarang PDAM' });
    const moves = () => asked.filter(({ path }) => path.endsWith('/moves')).map(({ body }) => body);
    await waitFor(() =>
      expect(moves()).toEqual([
        { move: 'triage', version: 1, route: 'complaint', agencyId: 'dpu' },
        { move: 'triage', version: 2, route: 'complaint', agencyId: 'pdam' },
      ]),
    );
  });

  it('is not offered before an issue has one', async () => {
    await showApp('/', ({ path }) => (path === '/api/issues' ? listOf(cardOf('a')) : undefined));
    await screen.findByRole('article');
    expect(screen.queryByRole('button', { name: /Ganti OPD/ })).toBeNull();
  });
});
