import type { ReactNode } from 'react';

/** Addresses come from strangers: only http and https become links, and the other side learns nothing of us. */
export function OuterLink({ href, children }: { href: string; children: ReactNode }) {
  if (!isWebAddress(href)) return <span dir="auto">{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" dir="auto">
      {children}
    </a>
  );
}

export function isWebAddress(address: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}
