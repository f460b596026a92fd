import Link from 'next/link';
import css from './link-tabs.module.css';

export type LinkTab = { href: string; text: string; here: boolean };

/** Links of which one is where one is: `line` for the parts of a page, `filter` for what a list shows. */
export function LinkTabs(props: {
  look: 'line' | 'filter';
  label: string;
  tabs: LinkTab[];
  className?: string | undefined;
}) {
  const { look, label, tabs, className } = props;
  return (
    <nav className={[css[look], className].filter(Boolean).join(' ')} aria-label={label}>
      {tabs.map(({ href, text, here }) => (
        <Link
          key={href}
          href={href}
          aria-current={here ? (look === 'line' ? 'page' : 'true') : undefined}
          prefetch={false}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
