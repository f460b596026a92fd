import Link from 'next/link';
import type { ReactNode } from 'react';
import { setElderMode, setLanguage } from '../_text/preferences.ts';
import { getText, isElderMode } from '../_text/server.ts';
import { getMe } from '../_trpc/server.ts';
import { Button, ButtonLink } from '../_ui/button.tsx';
import type { NavItem } from '../_ui/nav-links.tsx';
import { PageShell } from '../_ui/page-shell.tsx';
import { countUnread } from './messages/unread.ts';
import css from './resident.module.css';

/** The residents' frame with the visitor's state. It shows; it does not guard: procedures do. */
export async function ResidentShell({ children }: { children: ReactNode }) {
  const { t } = await getText();
  const me = await getMe().catch(() => null);
  const unread = me?.kind === 'resident' && me.residentId ? await countUnread() : 0;
  const nav: NavItem[] = [
    { href: '/', label: t('shell.home'), icon: 'home' },
    {
      href: '/hospitals',
      label: t('shell.find'),
      shortLabel: t('shell.findShort'),
      icon: 'find',
      also: ['/doctors', '/book'],
    },
    { href: '/appointments', label: t('shell.appointments'), icon: 'calendar' },
    {
      ...{ href: '/messages', label: t('shell.messages'), icon: 'message' as const },
      ...(unread ? { count: unread, countLabel: t('shell.messagesUnread', { count: unread }) } : {}),
    },
    { href: '/me', label: t('shell.me'), icon: 'person' },
  ];
  const workplace = me?.kind === 'staff' ? '/staff' : me?.kind === 'official' ? '/office' : null;
  return (
    <PageShell
      words={{ name: t('shell.name'), skip: t('shell.skip'), nav: t('shell.navLabel') }}
      nav={nav}
      notice={me?.demo ? t('shell.demo') : null}
      corner={
        <>
          {workplace ? (
            <ButtonLink href={workplace} look="second" small>
              {t('shell.workplace')}
            </ButtonLink>
          ) : null}
          {me && me.kind === 'anonymous' ? (
            <ButtonLink href="/sign-in" look="quiet" small prefetch={false}>
              {t('shell.signIn')}
            </ButtonLink>
          ) : (
            <span className={css.who}>{me?.name}</span>
          )}
        </>
      }
      footer={<ResidentFooter />}
    >
      {children}
    </PageShell>
  );
}

async function ResidentFooter() {
  const { t, locale } = await getText();
  const elder = await isElderMode();
  return (
    <>
      <div className={css.footRow}>
        <form action={setElderMode}>
          <input type="hidden" name="elder" value={elder ? '0' : '1'} />
          <Button type="submit" look="quiet" small>
            {t(elder ? 'shell.elderOff' : 'shell.elderOn')}
          </Button>
        </form>
        <form action={setLanguage}>
          <input type="hidden" name="language" value={locale === 'en' ? 'zh-CN' : 'en'} />
          <Button type="submit" look="quiet" small lang={locale === 'en' ? 'zh-CN' : 'en'}>
            {locale === 'en' ? '中文' : 'English'}
          </Button>
        </form>
        <Link href="/guide" prefetch={false}>
          {t('shell.guide')}
        </Link>
      </div>
      <p>{t('shell.sampleNote')}</p>
      <p>{t('shell.footer')}</p>
    </>
  );
}
