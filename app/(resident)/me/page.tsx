import type { Metadata } from 'next';
import Link from 'next/link';
import { localeNames, locales } from '../../_text/locale.ts';
import { setElderMode, setLanguage } from '../../_text/preferences.ts';
import { getText, isElderMode } from '../../_text/server.ts';
import { api, getMe, signInPath } from '../../_trpc/server.ts';
import { Button, ButtonLink } from '../../_ui/button.tsx';
import { Callout } from '../../_ui/callout.tsx';
import { Icon, type IconName } from '../../_ui/icon.tsx';
import { Column, PageHead, Panel, Row, Section } from '../../_ui/page-head.tsx';
import { leave } from '../../sign-in/actions.ts';
import css from './me.module.css';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('me.title') };
}

export default async function MePage() {
  const { t } = await getText();
  const me = await getMe();
  return (
    <Column>
      <PageHead title={me.name || t('me.title')} />
      {me.kind === 'resident' ? <Entries registered={me.residentId !== null} /> : null}
      {me.kind === 'anonymous' ? <ButtonLink href={signInPath('/me')}>{t('shell.signIn')}</ButtonLink> : null}
      <Preferences />
      {me.kind === 'anonymous' ? null : (
        <Section>
          <form action={leave}>
            <Button type="submit" look="second" wide>
              {t('shell.signOut')}
            </Button>
          </form>
        </Section>
      )}
    </Column>
  );
}

async function Entries({ registered }: { registered: boolean }) {
  const { t } = await getText();
  if (!registered) {
    return (
      <Callout tone="info" title={t('me.notRegistered')}>
        <p>{t('me.registerLead')}</p>
        <ButtonLink href="/me/real-name?next=/me">{t('me.register')}</ButtonLink>
      </Callout>
    );
  }
  const { limit } = await api().residents.family.query();
  const entries: { href: string; icon: IconName; title: string; lead: string }[] = [
    { href: '/records', icon: 'info', title: t('records.title'), lead: t('records.meLead') },
    { href: '/me/family', icon: 'family', title: t('me.family'), lead: t('me.familyLead', { limit }) },
    { href: '/draws', icon: 'check', title: t('draw.nav'), lead: t('draw.meLead') },
    { href: '/me/waits', icon: 'clock', title: t('wait.title'), lead: t('wait.meLead') },
    { href: '/me/notices', icon: 'message', title: t('queue.choices.title'), lead: t('queue.choices.meLead') },
    { href: '/me/conduct', icon: 'check', title: t('conduct.title'), lead: t('conduct.meLead') },
    { href: '/records/access', icon: 'eye', title: t('me.access'), lead: t('me.accessLead') },
    { href: '/guide', icon: 'info', title: t('shell.guide'), lead: t('guide.lead') },
  ];
  return (
    <ul className={css.entries}>
      {entries.map((entry) => (
        <li key={entry.href}>
          <Link href={entry.href} prefetch={false}>
            <Icon name={entry.icon} size="1.75rem" />
            <span>
              <strong>{entry.title}</strong>
              <span>{entry.lead}</span>
            </span>
            <Icon name="next" size="1rem" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

async function Preferences() {
  const { t, locale } = await getText();
  const elder = await isElderMode();
  return (
    <Section title={t('me.settings')}>
      <Panel>
        <form action={setLanguage} className={css.preference}>
          <h3>{t('me.languageTitle')}</h3>
          <Row>
            {locales.map((code) => (
              <Button
                key={code}
                type="submit"
                name="language"
                value={code}
                look={code === locale ? 'primary' : 'second'}
                lang={code}
                aria-pressed={code === locale}
              >
                {localeNames[code]}
              </Button>
            ))}
          </Row>
        </form>
        <form action={setElderMode} className={css.preference}>
          <h3>{t('me.displayTitle')}</h3>
          <p>{t('me.elderLead')}</p>
          <Button type="submit" name="elder" value={elder ? '0' : '1'} look="second">
            {t(elder ? 'shell.elderOff' : 'shell.elderOn')}
          </Button>
        </form>
      </Panel>
    </Section>
  );
}
