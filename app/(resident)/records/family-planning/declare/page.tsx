import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api, load } from '../../../../_trpc/server.ts';
import { EmptyState } from '../../../../_ui/callout.tsx';
import { Column, PageHead, Section } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import css from '../../records.module.css';
import { sealedPath } from '../sealed-cookie.ts';
import { DeclareForm } from './declare-form.tsx';

const path = '/records/family-planning/declare';
/** A township's centre serves all of its villages. */
const townshipLevel = 4;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('ownPlanning.declare.title') };
}

/** 生育登记: to a centre of one's own township, or of any other place one names. */
export default async function DeclarePage({ searchParams }: PageInput) {
  const { t, f } = await getText();
  const { area } = await searchParams;
  const regionCode = typeof area === 'string' && /^\d{12}$/.test(area) ? area : null;
  const { facilities, rule } = await load(path, api().familyPlanning.own.serving.query({ regionCode }));
  return (
    <Column>
      <PageHead
        title={t('ownPlanning.declare.title')}
        back={{ href: sealedPath, label: t('ownPlanning.title') }}
        lead={t('ownPlanning.declare.lead', { years: rule.validYears, from: f.isoDay(rule.from) })}
      />
      {facilities.length === 0 ? (
        <>
          <EmptyState title={t('ownPlanning.declare.noCentre')}>{t('ownPlanning.declare.noCentreText')}</EmptyState>
          <OtherPlace code={regionCode} />
        </>
      ) : (
        <TextProvider areas={['ownPlanning']}>
          <DeclareForm facilities={facilities} asksMarriage={rule.asksMarriage}>
            <OtherPlace code={regionCode} />
          </DeclareForm>
        </TextProvider>
      )}
    </Column>
  );
}

/** Step by step from the province down; each step lists the centres below it. */
async function OtherPlace({ code }: { code: string | null }) {
  const { t } = await getText();
  const { path: trail, children } = await load(path, api().facilities.regions.query(code ? { code } : {}));
  const here = code ? trail.at(-1)?.name : t('ownPlanning.declare.own');
  return (
    <Section title={t('ownPlanning.declare.area')}>
      <p className={css.small}>{t('ownPlanning.declare.areaHint', { place: here ?? '' })}</p>
      <nav className={css.people} aria-label={t('ownPlanning.declare.area')}>
        {code ? (
          <Link href={path} prefetch={false}>
            {t('ownPlanning.declare.own')}
          </Link>
        ) : null}
        {trail
          .filter((one) => code && one.code !== code)
          .concat(children.filter((one) => one.level <= townshipLevel))
          .map((one) => (
            <Link key={one.code} href={`${path}?area=${one.code}`} prefetch={false}>
              {one.name}
            </Link>
          ))}
      </nav>
    </Section>
  );
}
