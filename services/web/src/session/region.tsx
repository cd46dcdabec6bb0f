import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useSession } from './session.js';

export interface Region {
  readonly regionId: string;
  readonly name: string;
  readonly mode: 'live' | 'historical';
  readonly timeZone: string;
}

interface Chosen {
  readonly region: Region | null;
  readonly regions: readonly Region[];
  readonly choose: (regionId: string) => void;
}

const storageKey = 'kentongan:region';
/** The whole country: there before anybody set up a region of their own. */
export const builtInRegionId = 'default';

export const rememberRegion = (regionId: string): void => localStorage.setItem(storageKey, regionId);

/** The one chosen on this device, else the first of their own. */
export function startingRegion<R extends { readonly regionId: string }>(
  regions: readonly R[],
  chosenId: string | null,
): R | null {
  const own = regions.filter(({ regionId }) => regionId !== builtInRegionId);
  return regions.find(({ regionId }) => regionId === chosenId) ?? own[0] ?? regions[0] ?? null;
}
const Context = createContext<Chosen>({ region: null, regions: [], choose: () => {} });

/** The region that the screens show; a person with several changes it in the top bar. */
export function RegionProvider({ children }: { children: ReactNode }) {
  const { regions } = useSession();
  const [chosenId, setChosenId] = useState(() => localStorage.getItem(storageKey));
  const value = useMemo<Chosen>(
    () => ({
      region: startingRegion(regions, chosenId),
      regions,
      choose: (regionId) => {
        rememberRegion(regionId);
        setChosenId(regionId);
      },
    }),
    [regions, chosenId],
  );
  return <Context value={value}>{children}</Context>;
}

export const useRegions = (): Chosen => useContext(Context);

/** @throws Error outside the screens that need a region: the frame shows them only when there is one */
export function useRegion(): Region {
  const { region } = useContext(Context);
  if (!region) throw new Error('a screen that needs a region is shown without one');
  return region;
}

export const useTimeZone = (): string => useContext(Context).region?.timeZone ?? 'Asia/Jakarta';
