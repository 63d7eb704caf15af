/** A loop with an opening: where one steps in. */
export function Logo() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M16.2 5.4A7.5 7.5 0 1 0 16.2 14.6" fill="none" stroke="var(--accent)" strokeWidth="3" strokeLinecap="round" />
      <circle cx="10" cy="10" r="2.6" fill="var(--accent)" />
    </svg>
  );
}
