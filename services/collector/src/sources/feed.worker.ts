import { parentPort } from 'node:worker_threads';
import { parseFeed } from './parse-feed.js';

// One feed at a time: the host kills this thread when a feed takes too long or too much memory.
parentPort?.on('message', (text: string) => {
  try {
    parentPort?.postMessage({ feed: parseFeed(text) });
  } catch (error) {
    parentPort?.postMessage({ problem: String((error as Error).message).slice(0, 200) });
  }
});
