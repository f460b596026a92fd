import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { EmptyState } from '../../../_ui/callout.tsx';
import { PageHead, Panel, Section } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import { Facts } from '../../../_ui/table.tsx';
import { departmentPath, GradeBadges } from '../facility-line.tsx';
import css from '../find.module.css';

type Props = PageInput<'facilityId'>;

async function read(params: Props['params']) {
  const { facilityId } = await params;
  return load(`/hospitals/${facilityId}`, api().facilities.facility.query({ facilityId }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { facilityId } = await params;
  const found = await api()
    .facilities.facility.query({ facilityId })
    .catch(() => null);
  return found ? { title: found.facility.name } : {};
}

export default async function FacilityPage({ params }: Props) {
  const { t, f } = await getText();
  const { facility, departments } = await read(params);
  return (
    <>
      <PageHead
        title={facility.name}
        back={{ href: '/hospitals', label: t('find.title') }}
        side={<GradeBadges facility={facility} />}
      />
      <Panel>
        <Facts
          facts={[
            { label: t('find.area'), value: [facility.cityName, facility.countyName].filter(Boolean).join(' ') },
            ...(facility.address ? [{ label: t('find.address'), value: facility.address }] : []),
            ...(facility.phone
              ? [{ label: t('find.phone'), value: <a href={`tel:${facility.phone}`}>{facility.phone}</a> }]
              : []),
          ]}
        />
      </Panel>
      <Section title={t('find.departments')}>
        {departments.length === 0 || !facility.bookable ? (
          <EmptyState title={t(facility.bookable ? 'find.noDepartments' : 'find.notBookable')}>
            {facility.phone ? t('find.callInstead', { phone: facility.phone }) : null}
          </EmptyState>
        ) : (
          <ul className={css.departments}>
            {departments.map((department) => (
              <li key={department.id}>
                <Link href={departmentPath(department.id)} prefetch={false}>
                  <strong>{department.name}</strong>
                  {department.nextFree ? (
                    <span className={css.when}>{t('find.nextFree', { day: f.day(department.nextFree) })}</span>
                  ) : (
                    <span className={css.none}>{t('find.noFree')}</span>
                  )}
                  <span className={css.sub}>{department.summary || department.place}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
