import { useSyncExternalStore } from 'react';

/** Whether the server was reached lately, and when last: the banner and the offline queue live by it. */
export interface Contact {
  readonly isOnline: boolean;
  readonly lastAt: number;
}

let contact: Contact = { isOnline: true, lastAt: Date.now() };
const listeners = new Set<() => void>();

function change(next: Contact): void {
  const isNews = next.isOnline !== contact.isOnline;
  contact = next;
  if (isNews) for (const listener of listeners) listener();
}

export const contactMade = (): void => change({ isOnline: true, lastAt: Date.now() });
/** `lastAt` stays: it is the time of the data on the screen. */
export const contactLost = (): void => change({ ...contact, isOnline: false });
export const currentContact = (): Contact => contact;

export function onContactChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useContact = (): Contact => useSyncExternalStore(onContactChange, currentContact);

/** The browser's own word is believed at once when it says offline; back online needs an answer of the server. */
export function watchBrowserConnection(probe: () => void): () => void {
  window.addEventListener('offline', contactLost);
  window.addEventListener('online', probe);
  return () => {
    window.removeEventListener('offline', contactLost);
    window.removeEventListener('online', probe);
  };
}
