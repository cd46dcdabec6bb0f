import { complaintMeasurements } from './complaint-measurements.js';
import { hoaxMeasurements } from './hoax-measurements.js';
import type { Measurement } from './measurement.js';
import { regionMeasurement } from './region-measurement.js';
import { textMeasurements } from './text-measurements.js';

/** Everything that the gate guards and the quality page shows, in the page's order. A new evaluation is one entry more. */
export const measurements: readonly Measurement[] = [
  ...textMeasurements,
  ...complaintMeasurements,
  ...hoaxMeasurements,
  regionMeasurement,
];
