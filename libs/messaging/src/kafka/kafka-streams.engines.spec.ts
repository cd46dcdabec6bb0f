import { streamContract } from '../contract/index.js';
import { openUnderTest } from './testing/under-test.js';

streamContract('Kafka', openUnderTest);
