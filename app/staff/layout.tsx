import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { setLanguage } from '../_text/preferences.ts';
import { getText, type Text } from '../_text/server.ts';
import { getMe } from '../_trpc/server.ts';
import { Button } from '../_ui/button.tsx';
import { ConsoleShell } from '../_ui/console-shell.tsx';
import type { NavItem } from '../_ui/nav-links.tsx';
import { leave } from '../sign-in/actions.ts';
import {
  mayAdviseMethods,
  mayAnswerCases,
  mayEditGuide,
  mayMendRecords,
  mayReadFlags,
  mayReadIntake,
  mayReadRecords,
  mayServeFamilies,
  mayTellApart,
  onlyAnswersCases,
  onlyEditsGuide,
  onlyServesFamilies,
} from './duties.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: { default: t('staff.console'), template: `%s · ${t('shell.name')}` } };
}

/** The staff's frame. It shows who works where; it does not guard: every procedure does. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const { t, f, locale } = await getText();
  const me = await getMe().catch(() => null);
  const staff = me?.kind === 'staff' ? me : null;
  const roles = staff?.roles.map((role) => t(`staff.roles.${role as 'desk'}`)).join(' · ');
  return (
    <ConsoleShell
      words={{ name: t('shell.name'), skip: t('shell.skip'), nav: t('staff.nav.label') }}
      place={staff?.facility?.name ?? t('staff.console')}
      person={staff ? (roles ? f.aside(staff.name, roles) : staff.name) : ''}
      notice={me?.demo ? t('shell.demo') : null}
      nav={navOf(t, staff?.roles ?? [])}
      corner={
        <>
          <form action={setLanguage}>
            <input type="hidden" name="language" value={locale === 'en' ? 'zh-CN' : 'en'} />
            <Button type="submit" look="quiet" small lang={locale === 'en' ? 'zh-CN' : 'en'}>
              {locale === 'en' ? '中文' : 'English'}
            </Button>
          </form>
          <form action={leave}>
            <Button type="submit" look="quiet" small>
              {t('shell.signOut')}
            </Button>
          </form>
        </>
      }
    >
      {children}
    </ConsoleShell>
  );
}

/** Who only keeps the guide's rules, or only answers for looks, has no business with the facility's day. */
function navOf(t: Text['t'], roles: string[]): NavItem[] {
  const guide: NavItem[] = mayEditGuide(roles)
    ? [{ href: '/staff/guide-rules', label: t('learn.nav'), icon: 'check' }]
    : [];
  const cases: NavItem[] = mayAnswerCases(roles)
    ? [{ href: '/staff/cases', label: t('privacy.work.nav'), icon: 'eye' }]
    : [];
  if (onlyEditsGuide(roles)) return guide;
  if (onlyAnswersCases(roles)) return cases;
  const planning: NavItem[] = mayServeFamilies(roles)
    ? [{ href: '/staff/family-planning', label: t('planning.nav'), icon: 'family' }]
    : [];
  const eligibility: NavItem[] = mayAdviseMethods(roles)
    ? [{ href: '/staff/eligibility', label: t('eligibility.nav'), icon: 'check' }]
    : [];
  if (onlyServesFamilies(roles)) return [...planning, ...eligibility];
  const records: NavItem[] = mayReadRecords(roles)
    ? [{ href: '/staff/records', label: t('patient.nav'), icon: 'search' }]
    : [];
  return [
    { href: '/staff', label: t('staff.nav.today'), icon: 'person', exact: true },
    { href: '/staff/queue', label: t('queue.line.title'), icon: 'family' },
    ...records,
    ...planning,
    ...eligibility,
    { href: '/staff/proxy', label: t('proxy.nav'), icon: 'find' },
    { href: '/staff/calendar', label: t('staff.nav.calendar'), icon: 'calendar', also: ['/staff/sessions'] },
    { href: '/staff/stoppages', label: t('stoppage.nav'), icon: 'stop' },
    ...(mayTellApart(roles) ? [{ href: '/staff/identity', label: t('identity.nav'), icon: 'person' as const }] : []),
    { href: '/staff/missed', label: t('conduct.staff.nav'), icon: 'stop' },
    { href: '/staff/templates', label: t('staff.nav.templates'), icon: 'clock' },
    { href: '/staff/draws', label: t('draw.nav'), icon: 'check' },
    { href: '/staff/rules', label: t('staff.nav.rules'), icon: 'settings' },
    { href: '/staff/services', label: t('doors.nav'), icon: 'phone' },
    { href: '/staff/places', label: t('places.nav'), icon: 'place' },
    { href: '/staff/print', label: t('staff.nav.print'), icon: 'print' },
    ...(mayReadIntake(roles) ? [{ href: '/staff/intake', label: t('intake.nav'), icon: 'check' as const }] : []),
    ...(mayMendRecords(roles) ? [{ href: '/staff/reviews', label: t('review.own.nav'), icon: 'check' as const }] : []),
    ...(mayReadFlags(roles) ? [{ href: '/staff/behaviour', label: t('behaviour.nav'), icon: 'eye' as const }] : []),
    ...cases,
    ...guide,
  ];
}
