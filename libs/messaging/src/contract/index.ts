import { deadLettersContract } from './dead-letters.contract.js';
import { deliveryContract } from './delivery.contract.js';
import { groupsContract } from './groups.contract.js';
import type { OpenStreamPort } from './harness.js';
import { numberingContract } from './numbering.contract.js';
import { tablesContract } from './tables.contract.js';

export type { OpenStreamPort, StreamPortUnderTest } from './harness.js';
export { RecordingObserver, until } from './harness.js';

/** Everything that a stream adapter promises. Call it in a spec of the adapter; it registers the tests. */
export function streamContract(name: string, open: OpenStreamPort): void {
  deliveryContract(name, open);
  groupsContract(name, open);
  deadLettersContract(name, open);
  tablesContract(name, open);
  numberingContract(name, open);
}
