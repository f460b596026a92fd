import type { DrawView, OwnEntry } from '#server/draws/schema.ts';
import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api, signInPath } from '../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Callout } from '../../../../_ui/callout.tsx';
import { Section } from '../../../../_ui/page-head.tsx';
import { drawPath } from '../../draw-line.tsx';
import { EnterForm } from './enter-form.tsx';

type Props = { draw: DrawView; entered: OwnEntry[]; me: 'named' | 'nameless' | 'nobody' };

/** The form, with only those of the family who have no request yet. */
export async function Entering({ draw, entered, me }: Props) {
  const { t } = await getText();
  if (me !== 'named') {
    const here = drawPath(draw);
    const href = me === 'nobody' ? signInPath(here) : `/me/real-name?next=${encodeURIComponent(here)}`;
    return (
      <Callout tone="info" title={t('draw.enterTitle')}>
        <p>{t('draw.signInFirst')}</p>
        <ButtonLink href={href} prefetch={false}>
          {t(me === 'nobody' ? 'shell.signIn' : 'book.registerNow')}
        </ButtonLink>
      </Callout>
    );
  }
  const { people } = await api().residents.family.query();
  const has = new Set(entered.filter((entry) => entry.status !== 'withdrawn').map((entry) => entry.residentId));
  const left = people.filter((person) => !has.has(person.id));
  if (left.length === 0) return <p>{t('draw.everyone')}</p>;
  return (
    <Section title={t('draw.enterTitle')}>
      <p>{t('draw.enterLead')}</p>
      <TextProvider areas={['draw']}>
        <EnterForm
          key={left.map((person) => person.id).join()}
          facilityId={draw.facilityId}
          sessionId={draw.sessionId}
          people={left.map((person) => ({
            value: person.id,
            label: person.name,
            hint: `${person.relation === 'self' ? t('book.self') : t(`me.relations.${person.relation}`)} · ${person.idMasked}`,
          }))}
        />
      </TextProvider>
    </Section>
  );
}
