import type { Role } from '@kentongan/contracts';
import { demoRegionId } from './demo-region.js';

/** An account of the demo. */
export interface DemoUser {
  readonly userName: string;
  readonly name: string;
  readonly role: Role;
  readonly regionIds: readonly string[];
  readonly agencyId: string | null;
}

const inCity = (userName: string, name: string, role: Role, agencyId: string | null = null): DemoUser => ({
  userName,
  name,
  role,
  regionIds: [demoRegionId],
  agencyId,
});

/** One for every role, and a second officer: nobody approves their own draft. */
export const demoUsers: readonly DemoUser[] = [
  inCity('petugas', 'Petugas Piket', 'officer'),
  inCity('verifikator', 'Verifikator', 'officer'),
  inCity('pimpinan', 'Pimpinan', 'leader'),
  inCity('analis', 'Analis', 'analyst'),
  inCity('dinkes', 'Narahubung Dinas Kesehatan', 'agency', 'dinkes'),
  inCity('auditor', 'Auditor', 'auditor'),
  inCity('admin', 'Administrator', 'admin'),
];
