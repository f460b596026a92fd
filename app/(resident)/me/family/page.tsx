import type { Metadata } from 'next';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { EmptyState, StatusBadge } from '../../../_ui/callout.tsx';
import { Column, PageHead } from '../../../_ui/page-head.tsx';
import css from '../me.module.css';
import { RemoveButton } from './remove-button.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('me.family') };
}

export default async function FamilyPage() {
  const { t, f } = await getText();
  const { people, limit } = await load('/me/family', api().residents.family.query());
  const full = people.filter((person) => person.relation !== 'self').length >= limit;
  return (
    <Column>
      <PageHead
        title={t('me.family')}
        lead={t('me.familyLead', { limit })}
        back={{ href: '/me', label: t('me.title') }}
        updated={t('kit.updatedAt', { time: f.time(new Date()) })}
      />
      {people.length === 0 ? (
        <EmptyState
          title={t('me.notRegistered')}
          action={<ButtonLink href="/me/real-name?next=/me/family">{t('me.register')}</ButtonLink>}
        >
          {t('me.registerLead')}
        </EmptyState>
      ) : (
        <TextProvider areas={['me']}>
          <ul className={css.people}>
            {people.map((person) => (
              <li key={person.id} className={css.person}>
                <div>
                  <strong>{person.name}</strong>{' '}
                  <StatusBadge tone="plain">{t(`me.relations.${person.relation}`)}</StatusBadge>
                  <p>
                    {t(`me.sex.${person.sex}`)} · {t('book.years', { age: person.age })} · {person.idMasked}
                  </p>
                </div>
                {person.relation === 'self' ? null : <RemoveButton id={person.id} name={person.name} />}
              </li>
            ))}
          </ul>
          <div className={css.add}>
            {full ? (
              <p>{t('me.memberFull', { limit })}</p>
            ) : (
              <ButtonLink href="/me/family/add" prefetch={false}>
                {t('me.memberAdd')}
              </ButtonLink>
            )}
          </div>
        </TextProvider>
      )}
    </Column>
  );
}
