import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../../../_text/server.ts';
import { api, load } from '../../../../_trpc/server.ts';
import { PageHead, Panel, Section } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { Facts } from '../../../../_ui/table.tsx';
import { departmentPath } from '../../facility-line.tsx';
import css from '../../find.module.css';
import { SessionDays } from '../../session-days.tsx';

type Props = PageInput<'facilityId' | 'catalogCode'>;
const days = 14;

async function idOf(params: Props['params']): Promise<string> {
  const { facilityId, catalogCode } = await params;
  return `${decodeURIComponent(facilityId)}:${decodeURIComponent(catalogCode).replaceAll('-', '.')}`;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const departmentId = await idOf(params);
  const found = await api()
    .facilities.department.query({ departmentId })
    .catch(() => null);
  return found ? { title: `${found.department.name} · ${found.facility.name}` } : {};
}

export default async function DepartmentPage({ params, searchParams }: Props) {
  const { t, f } = await getText();
  const departmentId = await idOf(params);
  const path = departmentPath(departmentId);
  const { day } = await searchParams;
  const [{ facility, department, doctors }, { sessions, asOf }] = await load(
    path,
    Promise.all([
      api().facilities.department.query({ departmentId }),
      api().schedules.browse.query({ departmentId, days }),
    ]),
  );
  return (
    <>
      <PageHead
        title={department.name}
        back={{ href: `/hospitals/${facility.id}`, label: facility.name }}
        lead={department.summary}
        updated={t('kit.updatedAt', { time: f.time(asOf) })}
      />
      <SessionDays
        {...{
          sessions,
          days,
          from: f.isoDay(asOf),
          day: typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) ? day : null,
        }}
        dayHref={(to) => `${path}?day=${to}`}
        bookHref={(session) => `/book/${session.facilityId}/${session.id}`}
        waits
      />
      {doctors.length > 0 ? (
        <Section title={t('find.doctorsOf')}>
          <ul className={css.departments}>
            {doctors.map((doctor) => (
              <li key={doctor.id}>
                <Link href={`/doctors/${encodeURIComponent(doctor.id)}`} prefetch={false}>
                  <strong>{doctor.name}</strong>
                  <span className={css.none}>{doctor.title}</span>
                  {doctor.skills ? <span className={css.sub}>{doctor.skills}</span> : null}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {department.place || facility.address ? (
        <Section title={t('find.place')}>
          <Panel>
            <Facts
              facts={[
                ...(department.place ? [{ label: t('find.place'), value: department.place }] : []),
                ...(facility.address ? [{ label: t('find.address'), value: facility.address }] : []),
              ]}
            />
          </Panel>
        </Section>
      ) : null}
    </>
  );
}
