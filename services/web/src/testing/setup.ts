import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A screen's code is loaded when it is first shown, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 8_000 });

// happy-dom has no fonts that could finish loading; a text box that grows with its text listens for them.
Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });

afterEach(() => {
  cleanup();
  localStorage.clear();
});
