import Link from 'next/link';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import css from './button.module.css';

export type Look = { look?: 'primary' | 'second' | 'quiet' | 'stop'; wide?: boolean; small?: boolean };

const classOf = ({ look = 'primary', wide, small }: Look) =>
  [css.button, css[look], wide && css.wide, small && css.small].filter(Boolean).join(' ');

/** One primary button a screen. While `working` it keeps its size and says so to screen readers. */
export function Button({
  look,
  wide,
  small,
  working,
  disabled,
  children,
  ...rest
}: Look & { working?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      {...rest}
      className={classOf({ look, wide, small })}
      disabled={disabled || working}
      aria-busy={working || undefined}
    >
      {working ? <span className={css.spinner} aria-hidden="true" /> : null}
      {children}
    </button>
  );
}

export function ButtonLink({
  href,
  look,
  wide,
  small,
  children,
  ...rest
}: Look & { href: string; children: ReactNode; prefetch?: false }) {
  return (
    <Link href={href} {...rest} className={classOf({ look, wide, small })}>
      {children}
    </Link>
  );
}
