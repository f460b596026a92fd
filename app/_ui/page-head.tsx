import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import { Icon } from './icon.tsx';
import css from './layout.module.css';

/** A title of several parts breaks between them: Chinese has no spaces, so a line would end in mid-word. */
function partsOf(title: ReactNode): ReactNode {
  if (typeof title !== 'string' || !title.includes(' · ')) return title;
  return title.split(' · ').map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have nothing else to tell them apart
    <Fragment key={i}>
      {i > 0 ? ' · ' : null}
      <span className={css.whole}>{part}</span>
    </Fragment>
  ));
}

/** Title of a page, the way back, and one sentence if it helps. `updated` says how fresh the list is. */
export function PageHead(props: {
  title: ReactNode;
  back?: { href: string; label: string };
  lead?: ReactNode;
  updated?: string;
  side?: ReactNode;
}) {
  return (
    <div className={css.head}>
      {props.back ? (
        <Link href={props.back.href} className={`${css.back} no-print`} prefetch={false}>
          <Icon name="back" size="1rem" />
          {props.back.label}
        </Link>
      ) : null}
      <div className={css.headRow}>
        <h1>{partsOf(props.title)}</h1>
        {props.side}
      </div>
      {props.lead ? <p className={css.lead}>{props.lead}</p> : null}
      {props.updated ? <p className={css.updated}>{props.updated}</p> : null}
    </div>
  );
}

/** A part of a page with its own heading. */
export function Section(props: { title?: ReactNode; side?: ReactNode; id?: string; children: ReactNode }) {
  return (
    <section className={css.section} id={props.id}>
      {props.title ? (
        <div className={css.headRow}>
          <h2>{partsOf(props.title)}</h2>
          {props.side}
        </div>
      ) : null}
      {props.children}
    </section>
  );
}

/** White ground for content that belongs together. */
export function Panel({ children, flush }: { children: ReactNode; flush?: boolean }) {
  return <div className={flush ? css.panelFlush : css.panel}>{children}</div>;
}

export const Column = ({ children }: { children: ReactNode }) => <div className={css.column}>{children}</div>;
export const Row = ({ children, end }: { children: ReactNode; end?: boolean }) => (
  <div className={end ? css.rowEnd : css.row}>{children}</div>
);
export const Stack = ({ children }: { children: ReactNode }) => <div className={css.stack}>{children}</div>;
