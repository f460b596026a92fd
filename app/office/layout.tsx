import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { setLanguage } from '../_text/preferences.ts';
import { getText } from '../_text/server.ts';
import { getMe } from '../_trpc/server.ts';
import { Button } from '../_ui/button.tsx';
import { ConsoleShell } from '../_ui/console-shell.tsx';
import type { NavItem } from '../_ui/nav-links.tsx';
import { leave } from '../sign-in/actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: { default: t('office.name'), template: `%s · ${t('office.name')}` } };
}

/** The officials' frame. It shows; it does not guard: procedures do. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const { t, locale } = await getText();
  const me = await getMe().catch(() => null);
  const nav: NavItem[] = [
    { href: '/office', label: t('office.navRegion'), icon: 'place', also: ['/office/region'], exact: true },
    { href: '/office/hospitals', label: t('office.navHospitals'), icon: 'phone' },
    { href: '/office/records', label: t('intake.nav'), icon: 'check', exact: true },
    { href: '/office/records/review', label: t('review.nav'), icon: 'search' },
    { href: '/office/identity', label: t('identity.nav'), icon: 'person' },
    { href: '/office/statistics', label: t('statistics.nav'), icon: 'check' },
    { href: '/office/planning', label: t('planningReport.nav'), icon: 'family' },
    { href: '/office/ledger', label: t('ledger.nav'), icon: 'calendar' },
    { href: '/office/bookings', label: t('office.navBookings'), icon: 'search' },
    { href: '/office/appeals', label: t('conduct.office.nav'), icon: 'message' },
    { href: '/office/cases', label: t('privacy.work.nav'), icon: 'eye' },
    { href: '/office/rules', label: t('rules.office.nav'), icon: 'settings' },
    { href: '/office/behaviour', label: t('behaviour.nav'), icon: 'eye' },
    { href: '/office/outbreaks', label: t('doors.outbreakNav'), icon: 'warn' },
    { href: '/office/navigation', label: t('guideReport.nav'), icon: 'check' },
  ];
  return (
    <ConsoleShell
      words={{ name: t('shell.name'), skip: t('shell.skip'), nav: t('office.nav') }}
      place={me?.region ? t('office.place', { region: me.region.name }) : t('office.name')}
      person={me?.name ?? ''}
      nav={nav}
      notice={me?.demo ? t('shell.demo') : null}
      corner={
        <>
          <form action={setLanguage}>
            <input type="hidden" name="language" value={locale === 'en' ? 'zh-CN' : 'en'} />
            <Button type="submit" look="quiet" small lang={locale === 'en' ? 'zh-CN' : 'en'}>
              {locale === 'en' ? '中文' : 'English'}
            </Button>
          </form>
          {me && me.kind !== 'anonymous' ? (
            <form action={leave}>
              <Button type="submit" look="quiet" small>
                {t('shell.signOut')}
              </Button>
            </form>
          ) : null}
        </>
      }
    >
      {children}
    </ConsoleShell>
  );
}
