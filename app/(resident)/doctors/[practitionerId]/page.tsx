import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { PageHead, Panel, Section } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import { Facts } from '../../../_ui/table.tsx';
import { departmentPath } from '../../hospitals/facility-line.tsx';
import { SessionDays } from '../../hospitals/session-days.tsx';

type Props = PageInput<'practitionerId'>;
const days = 14;
const idOf = async (params: Props['params']) => decodeURIComponent((await params).practitionerId);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const practitionerId = await idOf(params);
  const doctor = await api()
    .facilities.doctor.query({ practitionerId })
    .catch(() => null);
  return doctor ? { title: `${doctor.name} ${doctor.title}` } : {};
}

export default async function DoctorPage({ params, searchParams }: Props) {
  const { t, f } = await getText();
  const practitionerId = await idOf(params);
  const path = `/doctors/${encodeURIComponent(practitionerId)}`;
  const { day } = await searchParams;
  const [doctor, { sessions, asOf }] = await load(
    path,
    Promise.all([
      api().facilities.doctor.query({ practitionerId }),
      api().schedules.browse.query({ practitionerId, days }),
    ]),
  );
  const first = doctor.roles[0];
  return (
    <>
      <PageHead
        title={`${doctor.name} ${doctor.title}`}
        {...(first ? { back: { href: departmentPath(first.departmentId), label: first.departmentName } } : {})}
        updated={t('kit.updatedAt', { time: f.time(asOf) })}
      />
      <Panel>
        <Facts
          facts={[
            {
              label: t('find.worksAt'),
              value: doctor.roles.map((role) => (
                <Link key={role.departmentId} href={departmentPath(role.departmentId)} prefetch={false}>
                  {role.facilityName} {role.departmentName}
                </Link>
              )),
            },
            ...(doctor.skills ? [{ label: t('find.skills'), value: doctor.skills }] : []),
          ]}
        />
      </Panel>
      <Section title={t('find.coming')}>
        <SessionDays
          {...{
            sessions,
            days,
            from: f.isoDay(asOf),
            day: typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) ? day : null,
          }}
          show="department"
          dayHref={(to) => `${path}?day=${to}`}
          bookHref={(session) => `/book/${session.facilityId}/${session.id}`}
          waits
        />
      </Section>
    </>
  );
}
