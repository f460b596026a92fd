import {
  type Condition,
  type ConditionGroup,
  conditionGroups,
  mayHave,
} from '#server/family-planning/eligibility/conditions.ts';
import {
  type EligibilityTable,
  eligibilityTableOn,
  eligibilityTables,
  findTable,
  notEntered,
} from '#server/family-planning/eligibility/tables.ts';
import { type Method, methods } from '#server/family-planning/schema/methods.ts';
import { getText, type Text } from '../_text/server.ts';
import { Callout } from '../_ui/callout.tsx';
import { LinkTabs } from '../_ui/link-tabs.tsx';
import { PageHead, Section, Stack } from '../_ui/page-head.tsx';
import { SimpleTable } from '../_ui/table.tsx';
import css from './eligibility.module.css';

type Shown = { path: string; edition: string | null; today: string; back?: { href: string; label: string } };
type Words = Pick<Text, 't'>;

/** The table of medical eligibility as it judges, with its date and source; every edition can be looked at. */
export async function EligibilityView({ path, edition, today, back }: Shown) {
  const { t, f } = await getText();
  const inForce = eligibilityTableOn(today);
  const table = (edition ? findTable(edition) : null) ?? inForce;
  return (
    <>
      <PageHead
        title={t('eligibility.title')}
        lead={t('eligibility.lead')}
        updated={[
          t('eligibility.inForce', { source: inForce.source }),
          t('eligibility.since', { day: f.isoDay(inForce.from) }),
        ].join(' · ')}
        {...(back ? { back } : {})}
      />
      <Callout tone="info">
        <p>{t('eligibility.newer', notEntered)}</p>
        <p>{t('eligibility.signOff')}</p>
      </Callout>
      <Section title={t('eligibility.editions')}>
        <Stack>
          <p>{t('eligibility.editionsLead')}</p>
          <LinkTabs
            look="filter"
            label={t('eligibility.editions')}
            tabs={eligibilityTables.map((one) => ({
              ...{ href: `${path}?edition=${one.edition}`, here: one === table },
              text: f.isoDay(one.from),
            }))}
          />
          <p>
            {[table.source, t('eligibility.since', { day: f.isoDay(table.from) }), changeOf(table, { t, f })].join(
              ' · ',
            )}
          </p>
        </Stack>
      </Section>
      <Section title={t('eligibility.legend')}>
        <Legend t={t} />
      </Section>
      {(Object.keys(conditionGroups) as ConditionGroup[]).map((group) => (
        <Group key={group} group={group} table={table} t={t} />
      ))}
    </>
  );
}

const changeOf = ({ amends }: EligibilityTable, { t, f }: Pick<Text, 't' | 'f'>): string =>
  amends.length === 0
    ? t('eligibility.firstEdition')
    : t('eligibility.amends', { conditions: f.list(amends.map((one) => t(`eligibility.conditions.${one}`))) });

function Legend({ t }: Words) {
  return (
    <ul className={css.legend}>
      {(['c1', 'c2', 'c3', 'c4'] as const).map((each) => (
        <li key={each}>{t(`eligibility.categories.${each}`)}</li>
      ))}
      {(['accept', 'caution', 'delay', 'special'] as const).map((each) => (
        <li key={each}>{t(`eligibility.classes.${each}`)}</li>
      ))}
      {(['slash', 'unknown', 'dot', 'injectable'] as const).map((each) => (
        <li key={each}>{t(`eligibility.${each}`)}</li>
      ))}
    </ul>
  );
}

type Rows = Words & { group: ConditionGroup; table: EligibilityTable };

function Group({ group, table, t }: Rows) {
  const name = t(`eligibility.group.${group}`);
  return (
    <details className={css.group}>
      <summary>
        <h2>{name}</h2>
      </summary>
      <SimpleTable<Condition>
        caption={name}
        rows={[...conditionGroups[group]]}
        rowKey={(condition) => condition}
        columns={[
          {
            ...{ key: 'condition', label: t('eligibility.condition'), wide: true },
            cell: (condition) => <span className={css.name}>{t(`eligibility.conditions.${condition}`)}</span>,
          },
          ...methods.map((method) => ({
            ...{ key: method, label: <span className={css.method}>{t(`planning.method.${method}`)}</span> },
            cell: (condition: Condition) => <Cell cell={cellOf(table, condition, method)} t={t} />,
          })),
        ]}
      />
    </details>
  );
}

/** A condition that only the other sex has says nothing of a method. */
const cellOf = (table: EligibilityTable, condition: Condition, method: Method): string =>
  method !== 'condom' && !mayHave(method === 'vasectomy' ? 'male' : 'female', condition)
    ? 'n'
    : table.cellOf(condition, method);

const letters = {
  A: 'accept',
  C: 'caution',
  D: 'delay',
  S: 'special',
  '-': 'unknown',
  '.': 'none',
  n: 'none',
} as const;

/** As the source prints it; what stands against a method is set bold. */
function Cell({ cell, t }: { cell: string } & Words) {
  const letter = Object.entries(letters).find(([each]) => each === cell)?.[1];
  const grave = /[34]/.test(cell) || cell === 'D' || cell === 'S';
  const said = letter ? t(`eligibility.cell.${letter}`) : cell.replaceAll('-', '–');
  return grave ? <b>{said}</b> : <span>{said}</span>;
}
