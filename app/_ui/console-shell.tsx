import Link from 'next/link';
import type { ReactNode } from 'react';
import css from './console.module.css';
import { Logo } from './logo.tsx';
import { type NavItem, NavLinks } from './nav-links.tsx';

/** The frame of staff and officials: where they work on top, sections at the side, room for wide tables. */
export function ConsoleShell(props: {
  words: { name: string; skip: string; nav: string };
  /** Facility or area, and who works here. */
  place: string;
  person: string;
  nav: NavItem[];
  notice?: ReactNode;
  corner?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={css.frame}>
      <a className="skip-link" href="#main">
        {props.words.skip}
      </a>
      {props.notice ? <aside className={css.notice}>{props.notice}</aside> : null}
      <header className={css.header}>
        <Link href="/" className={css.brand} prefetch={false}>
          <Logo small />
          <span>{props.words.name}</span>
        </Link>
        <p className={css.place}>{props.place}</p>
        <p className={css.person}>{props.person}</p>
        {props.corner ? <div className={css.corner}>{props.corner}</div> : null}
      </header>
      <nav className={css.nav} aria-label={props.words.nav}>
        <ul>
          <NavLinks items={props.nav} />
        </ul>
      </nav>
      <main id="main" className={css.main} tabIndex={-1}>
        {props.children}
      </main>
    </div>
  );
}
