import { inLanguage } from '../../../../_text/bilingual.ts';
import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api } from '../../../../_trpc/server.ts';
import { Panel, Section } from '../../../../_ui/page-head.tsx';
import { Facts } from '../../../../_ui/table.tsx';
import { wordFacts } from '../../../care/word-facts.ts';
import { RemoveAttached } from './remove-attached.tsx';

type Key = { facilityId: string; appointmentId: string };

/** What the doctor of this visit can read because the resident said so, until when, and the way to take it back. */
export async function Attached(key: Key) {
  const [{ t, f, locale }, answers] = await Promise.all([getText(), api().navigation.answers.own.query(key)]);
  if (!answers) return null;
  const { text, added, advised } = answers;
  const person = wordFacts(t, answers.facts);
  return (
    <Section title={t('care.attached')}>
      <Panel>
        <p>{t('care.attachedLead', { date: f.dayLong(answers.expiresAt) })}</p>
        <Facts
          facts={[
            ...(person ? [{ label: t('care.attachedFacts'), value: person }] : []),
            ...(text ? [{ label: t('care.attachedText'), value: text }] : []),
            ...(added.length > 0 ? [{ label: t('care.attachedAdded'), value: added.join(t('care.join')) }] : []),
            ...(advised.length > 0
              ? [
                  {
                    label: t('care.attachedAdvised'),
                    value: advised.map(({ name }) => inLanguage(name, locale)).join(t('care.join')),
                  },
                ]
              : []),
            { label: t('care.attachedAt'), value: f.stamp(answers.createdAt) },
          ]}
        />
        <TextProvider areas={['care']}>
          <RemoveAttached {...key} />
        </TextProvider>
      </Panel>
    </Section>
  );
}
