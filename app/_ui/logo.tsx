/** The mark: a seal with two leaves that form the sign of a heart's beat; drawn, so that it needs no file. */
export function Logo({ small }: { small?: boolean }) {
  const size = small ? '1.75rem' : '2.125rem';
  return (
    <svg aria-hidden="true" focusable="false" width={size} height={size} viewBox="0 0 40 40">
      <rect x="1" y="1" width="38" height="38" rx="9" fill="var(--brand)" />
      <path
        d="M20 31.5C12.5 27 8 22.5 8 16.8 8 12.9 10.8 10 14.3 10c2.4 0 4.5 1.3 5.7 3.4C21.2 11.3 23.3 10 25.7 10"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path
        d="M12.5 20h4.5l2.5-4.5 3.5 8 2.5-3.5H33"
        fill="none"
        stroke="#bfe5dd"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
