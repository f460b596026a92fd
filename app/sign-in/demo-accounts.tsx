import Link from 'next/link';
import { getText } from '../_text/server.ts';
import css from './sign-in.module.css';

export type DemoAccount = {
  kind: 'resident' | 'staff' | 'official';
  label: string;
  phone: string | null;
  login: string | null;
  password: string | null;
  totp: string | null;
};

/** Sample accounts of the demo; a link each, so that filling in the form needs no script. */
export async function DemoAccounts(props: { accounts: DemoAccount[]; next: string; chosen: string }) {
  const { t } = await getText();
  const kinds = ['resident', 'staff', 'official'] as const;
  return (
    <aside className={css.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('signIn.demoTitle')}</h2>
      <p>{t('signIn.demoLead')}</p>
      {kinds.map((kind) => (
        <div key={kind}>
          <h3>{t(`signIn.kind.${kind}`)}</h3>
          <ul>
            {props.accounts
              .filter((account) => account.kind === kind)
              .map((account) => {
                const as = account.phone ?? account.login ?? '';
                const href = `/sign-in?${new URLSearchParams({ as, ...(props.next ? { next: props.next } : {}) })}`;
                return (
                  <li key={as}>
                    <Link
                      href={href}
                      replace
                      prefetch={false}
                      scroll={false}
                      aria-current={as === props.chosen ? 'true' : undefined}
                    >
                      <span>{account.label}</span>
                      <span className={css.account}>{as}</span>
                    </Link>
                  </li>
                );
              })}
          </ul>
        </div>
      ))}
    </aside>
  );
}
