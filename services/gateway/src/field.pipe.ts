import { StandardSchemaValidationPipe } from '@nestjs/common';
import { badFields } from './gateway-errors.js';

/** Checks bodies and queries against the schema of their parameter; the error names each wrong field. */
export const fieldPipe = new StandardSchemaValidationPipe({ exceptionFactory: badFields });
