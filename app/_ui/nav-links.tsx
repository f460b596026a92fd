'use client';

import Link, { useLinkStatus } from 'next/link';
import { usePathname } from 'next/navigation';
import { Icon, type IconName } from './icon.tsx';
import css from './shell.module.css';

export type NavItem = {
  href: string;
  label: string;
  shortLabel?: string;
  icon: IconName;
  /** Only this very path, when other entries lie below it. */
  exact?: boolean;
  /** Other paths that belong to this entry. */
  also?: string[];
  count?: number;
  countLabel?: string;
};

const isIn = (path: string, href: string) => path === href || (href !== '/' && path.startsWith(`${href}/`));

/** Entries of the main navigation; the current one is marked for eyes and screen readers alike. */
export function NavLinks({ items }: { items: NavItem[] }) {
  const path = usePathname();
  return items.map((item) => {
    const own = item.exact ? path === item.href : isIn(path, item.href);
    const here = own || (item.also ?? []).some((href) => isIn(path, href));
    return (
      <li key={item.href}>
        <Link href={item.href} className={css.navLink} aria-current={here ? 'page' : undefined} prefetch={false}>
          <span className={css.navIcon}>
            <Icon name={item.icon} size="1.5rem" />
            {item.count ? (
              <span className={css.count} aria-hidden="true">
                {item.count > 99 ? '99+' : item.count}
              </span>
            ) : null}
          </span>
          <span className={css.navText} data-short={item.shortLabel ?? item.label}>
            {item.label}
          </span>
          {item.count && item.countLabel ? <span className="sr-only">{item.countLabel}</span> : null}
          <Opening />
        </Link>
      </li>
    );
  });
}

/** A thin line at the top while the page behind a link is on its way. */
function Opening() {
  const { pending } = useLinkStatus();
  return pending ? <span className={css.opening} aria-hidden="true" /> : null;
}
