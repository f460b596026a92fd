import type { Metadata } from 'next';
import { guardedTopics } from '#server/consents/schema.ts';
import { wordFault } from '../../../_text/fault-text.ts';
import { getText } from '../../../_text/server.ts';
import { api } from '../../../_trpc/server.ts';
import { Button } from '../../../_ui/button.tsx';
import { Callout } from '../../../_ui/callout.tsx';
import { CheckField } from '../../../_ui/field.tsx';
import { Column, PageHead, Panel, Section, Stack } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import { loadRecord } from '../load-record.ts';
import css from '../records.module.css';
import { readWhose } from '../whose.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('take.title') };
}

/** What to take along and as what: paper, a summary that others can read in, or everything. Works without script. */
export default async function TakePage({ searchParams }: PageInput) {
  const { t } = await getText();
  const whose = await readWhose('/records/take', searchParams);
  const { residentId, people } = whose;
  // whether there is a record to take, and whether it is open: asked before anything is offered
  const { view } = await loadRecord('/records/take', whose, api().records.sources.query({ residentId }));
  const name = people.find((one) => one.id === residentId)?.name ?? '';
  return (
    <Column>
      <PageHead
        title={t('take.title')}
        lead={t('take.lead')}
        back={{ href: `/records${whose.query}`, label: t('records.title') }}
      />
      <Refused search={await searchParams} />
      <form method="get" action={`/fhir/take/${residentId}`}>
        {whose.query ? <input type="hidden" name="who" value={residentId} /> : null}
        <p className={css.note}>{t('take.who', { name })}</p>
        {view === 'own' ? (
          <fieldset className={css.sealed}>
            <legend>{t('take.sealed')}</legend>
            <p className={css.small}>{t('take.sealedHint')}</p>
            {guardedTopics.map((topic) => (
              <CheckField key={topic} name={topic} label={t(`privacy.choice.topic.${topic}`)} />
            ))}
          </fieldset>
        ) : null}
        <Way title={t('take.paper')} hint={t('take.paperHint')}>
          <Button type="submit" formAction="/records/take/paper">
            {t('take.toPaper')}
          </Button>
        </Way>
        <Way title={t('take.file')} hint={t('take.fileHint')}>
          <Button type="submit" look="second" name="form" value="summary" aria-label={t('take.file')}>
            {t('take.download')}
          </Button>
        </Way>
        <Way title={t('take.all')} hint={t('take.allHint')}>
          <Button type="submit" look="second" name="form" value="everything" aria-label={t('take.all')}>
            {t('take.download')}
          </Button>
        </Way>
      </form>
      <p className={css.note}>{t('take.noted')}</p>
    </Column>
  );
}

function Way({ title, hint, children }: { title: string; hint: string; children: React.ReactNode }) {
  return (
    <Section title={title}>
      <Panel>
        <Stack>
          <p>{hint}</p>
          <div>{children}</div>
        </Stack>
      </Panel>
    </Section>
  );
}

/** A download that was refused leads back here with its rule. */
async function Refused({ search }: { search: Awaited<PageInput['searchParams']> }) {
  const { t, f } = await getText();
  const { refused: rule, most } = search;
  if (typeof rule !== 'string') return null;
  const { title, lines } = wordFault(t, f, { code: 'refused', rule, params: { most: f.number(Number(most) || 0) } });
  return (
    <Callout tone="stop" title={title} alert>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Callout>
  );
}
