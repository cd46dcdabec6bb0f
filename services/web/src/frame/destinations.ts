import type { Role } from '@kentongan/contracts';
import {
  IconArchive,
  IconBooks,
  IconChartBar,
  IconHeartbeat,
  IconListDetails,
  IconSettings,
  IconTargetArrow,
  IconTextScan2,
} from '@tabler/icons-react';

const destinations = [
  { to: '/', name: 'desk', icon: IconListDetails },
  { to: '/cek', name: 'check', icon: IconTextScan2 },
  { to: '/arsip', name: 'archive', icon: IconArchive },
  { to: '/pantauan', name: 'dashboard', icon: IconChartBar },
  { to: '/memori', name: 'memory', icon: IconBooks },
  { to: '/mutu', name: 'quality', icon: IconTargetArrow },
  { to: '/sistem', name: 'system', icon: IconHeartbeat },
  { to: '/pengaturan', name: 'settings', icon: IconSettings },
] as const;
export type Destination = (typeof destinations)[number];

/** Where this role has something to do; the server decides again on every call. */
export function destinationsOf(role: Role): readonly Destination[] {
  return destinations.filter(({ name }) => {
    if (name === 'settings') return role === 'admin';
    if (role === 'agency') return name === 'desk' || name === 'check';
    return true;
  });
}

/** On a phone four stand in the bar, the rest behind "Lainnya". */
export const barDestinationsMax = 4;
