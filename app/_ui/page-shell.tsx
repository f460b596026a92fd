import Link from 'next/link';
import type { ReactNode } from 'react';
import { Logo } from './logo.tsx';
import { type NavItem, NavLinks } from './nav-links.tsx';
import css from './shell.module.css';

type Words = { name: string; skip: string; nav: string };

/** The residents' frame: top navigation on a desk, a tab bar under the thumb on a phone. */
export function PageShell(props: {
  words: Words;
  nav: NavItem[];
  notice?: ReactNode;
  corner: ReactNode;
  footer: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={css.frame}>
      <a className="skip-link" href="#main">
        {props.words.skip}
      </a>
      {props.notice ? <aside className={css.notice}>{props.notice}</aside> : null}
      <header className={css.header}>
        <div className={css.bar}>
          <Link href="/" className={css.brand} prefetch={false}>
            <Logo />
            <span>{props.words.name}</span>
          </Link>
          <nav className={css.nav} aria-label={props.words.nav}>
            <ul>
              <NavLinks items={props.nav} />
            </ul>
          </nav>
          <div className={css.corner}>{props.corner}</div>
        </div>
      </header>
      <main id="main" className={css.main} tabIndex={-1}>
        {props.children}
      </main>
      <footer className={css.footer}>{props.footer}</footer>
    </div>
  );
}
