import { StandardSchemaValidationPipe } from '@nestjs/common';
import { badParameters } from './notifier-errors.js';

export const parameterPipe = new StandardSchemaValidationPipe({ exceptionFactory: badParameters });
