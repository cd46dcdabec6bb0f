/** The pattern for what is not known; `id` must be one of its own on the page (useId). */
export function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill="var(--k-sunken)" />
      <line x1="0" y1="0" x2="0" y2="6" stroke="var(--k-line-strong)" strokeWidth="1.2" opacity="0.55" />
    </pattern>
  );
}
