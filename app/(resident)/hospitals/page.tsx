import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../_text/server.ts';
import { api } from '../../_trpc/server.ts';
import { Button, ButtonLink } from '../../_ui/button.tsx';
import { EmptyState } from '../../_ui/callout.tsx';
import { SelectField } from '../../_ui/field.tsx';
import { PageHead, Section } from '../../_ui/page-head.tsx';
import type { PageInput } from '../../_ui/page-input.ts';
import { FacilityLine } from './facility-line.tsx';
import { type Filters, hospitalsPath, readFilters } from './filters.ts';
import css from './find.module.css';
import { SearchBox } from './search-box.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('find.title') };
}

const province = '510000000000';

export default async function HospitalsPage({ searchParams }: PageInput) {
  const { t, f } = await getText();
  const filters = readFilters(await searchParams);
  const { q, region, level, department, cursor } = filters;
  const found = await api().facilities.search.query({
    ...{ q, regionCode: region || null, level: level ? Number(level) : null, catalogCode: department || null },
    ...{ cursor: cursor || null, limit: 20 },
  });
  const keep = Object.fromEntries(Object.entries({ region, level, department }).filter((entry) => entry[1]));
  return (
    <>
      <PageHead title={t('find.title')} />
      <SearchBox q={q} keep={keep} />
      <div className={css.split}>
        <FilterForm filters={filters} />
        <div>
          {found.doctors.length > 0 ? (
            <Section title={t('find.doctors')}>
              <ul className={css.list}>
                {found.doctors.map((doctor) => (
                  <li key={`${doctor.id} ${doctor.departmentId}`}>
                    <Link href={`/doctors/${encodeURIComponent(doctor.id)}`} className={css.line} prefetch={false}>
                      <strong>{doctor.name}</strong> <span>{doctor.title}</span>
                      <span className={css.sub}>
                        {doctor.facilityName} · {doctor.departmentName}
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
          <Section title={found.doctors.length > 0 ? t('find.hospitals') : undefined}>
            <p className={css.count} role="status">
              {found.near ? `${t('find.near', { q: filters.q, near: found.near })} ` : null}
              {t('find.found', { count: f.number(found.total) })}
            </p>
            {found.facilities.length === 0 ? (
              <EmptyState title={t('find.empty')} action={<ButtonLink href="/hospitals">{t('find.clear')}</ButtonLink>}>
                {t('find.emptyHint')} <Link href="/care">{t('care.entry')}</Link>
              </EmptyState>
            ) : (
              <ul className={css.list}>
                {found.facilities.map((facility) => (
                  <FacilityLine key={facility.id} facility={facility} />
                ))}
              </ul>
            )}
            {found.next ? (
              <div className={css.pager}>
                <ButtonLink href={hospitalsPath({ ...filters, cursor: found.next })} look="second" prefetch={false}>
                  {t('kit.next')}
                </ButtonLink>
              </div>
            ) : null}
          </Section>
        </div>
      </div>
    </>
  );
}

/** Area step by step, level and department; open on a desk, folded on a phone unless something is set. */
async function FilterForm({ filters }: { filters: Filters }) {
  const { t } = await getText();
  const [area, catalog] = await Promise.all([
    api()
      .facilities.regions.query({ code: filters.region || province })
      .catch(() => null),
    api().facilities.catalog.query(),
  ]);
  const path = area?.path ?? [];
  const city = path.find((step) => step.level === 2);
  const cities = await api().facilities.regions.query({ code: province });
  const counties = city ? await api().facilities.regions.query({ code: city.code }) : null;
  const choice = (item: { code: string; name: string }) => ({ value: item.code, label: item.name });
  const set = filters.region || filters.level || filters.department;
  return (
    <details className={css.filters} open={set ? true : undefined}>
      <summary>{t('find.filters')}</summary>
      <form action="/hospitals" key={JSON.stringify(filters)}>
        {filters.q ? <input type="hidden" name="q" value={filters.q} /> : null}
        <SelectField
          {...{ name: 'city', label: t('find.city'), defaultValue: city?.code ?? '' }}
          choices={[{ value: '', label: t('find.wholeProvince') }, ...cities.children.map(choice)]}
        />
        {city && counties ? (
          <SelectField
            {...{
              name: 'county',
              label: t('find.county'),
              defaultValue: path.find((step) => step.level === 3)?.code ?? '',
            }}
            choices={[{ value: '', label: t('find.wholeArea', { name: city.name }) }, ...counties.children.map(choice)]}
          />
        ) : null}
        <SelectField
          {...{ name: 'level', label: t('find.level'), defaultValue: filters.level }}
          choices={[
            { value: '', label: t('kit.all') },
            ...(['3', '2', '1', '0'] as const).map((value) => ({ value, label: t(`find.level${value}`) })),
          ]}
        />
        <SelectField
          {...{ name: 'department', label: t('find.department'), defaultValue: filters.department }}
          choices={[
            { value: '', label: t('kit.all') },
            ...catalog.map((entry) => ({ value: entry.code, label: entry.name.replace(/专业$/, '') })),
          ]}
        />
        <div className={css.filterActions}>
          <Button type="submit" look="second" wide>
            {t('find.apply')}
          </Button>
          {set ? (
            <Link href={hospitalsPath({ q: filters.q })} prefetch={false}>
              {t('find.clear')}
            </Link>
          ) : null}
        </div>
      </form>
    </details>
  );
}
