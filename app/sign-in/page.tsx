import type { Metadata } from 'next';
import Link from 'next/link';
import tabs from '#app/_ui/link-tabs.module.css';
import { getText } from '../_text/server.ts';
import { TextProvider } from '../_text/text-provider.tsx';
import { api } from '../_trpc/server.ts';
import { PageHead, Panel } from '../_ui/page-head.tsx';
import type { PageInput } from '../_ui/page-input.ts';
import { type DemoAccount, DemoAccounts } from './demo-accounts.tsx';
import { CodeForm, PasswordForm } from './forms.tsx';
import { safeNext } from './next-path.ts';
import css from './sign-in.module.css';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('signIn.title') };
}

/** Residents by phone, everybody else by password and one-time code; works without script too. */
export default async function SignInPage({ searchParams }: PageInput) {
  const { t } = await getText();
  const query = await searchParams;
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : '');
  const accounts = await api()
    .access.demoAccounts.query()
    .catch((): DemoAccount[] => []);
  const chosen = accounts.find((account) => text('as') !== '' && (account.phone ?? account.login) === text('as'));
  const next = safeNext(text('next'), '');
  const workers = chosen ? chosen.kind !== 'resident' : text('by') === 'password' || /^\/(staff|office)/.test(next);
  const tab = (by: string) => `/sign-in?${new URLSearchParams({ by, ...(next ? { next } : {}) })}`;
  return (
    <div className={css.page}>
      <div>
        <PageHead title={t('signIn.title')} />
        <nav className={tabs.line} aria-label={t('signIn.tabsLabel')}>
          <Link href={tab('code')} aria-current={workers ? undefined : 'page'} replace>
            {t('signIn.residents')}
          </Link>
          <Link href={tab('password')} aria-current={workers ? 'page' : undefined} replace>
            {t('signIn.workers')}
          </Link>
        </nav>
        <Panel>
          <TextProvider areas={['signIn']}>
            {workers ? (
              <PasswordForm key={text('as')} next={next} fill={chosen ?? null} />
            ) : (
              <CodeForm key={text('as')} next={next} phone={chosen?.phone ?? ''} />
            )}
          </TextProvider>
        </Panel>
        {workers ? null : <p className={css.privacy}>{t('signIn.privacy')}</p>}
      </div>
      {accounts.length > 0 ? <DemoAccounts accounts={accounts} next={next} chosen={text('as')} /> : null}
    </div>
  );
}
