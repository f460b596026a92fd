import Link from 'next/link';
import { getText } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { EmptyState } from '../../../_ui/callout.tsx';
import { Section } from '../../../_ui/page-head.tsx';
import find from '../../../(resident)/hospitals/find.module.css';
import { type Step, stepPath } from './steps.ts';

/** Second step: the hospital's departments, with the first day that has a number left. */
export async function ChooseDepartment({ step, facilityId }: { step: Step; facilityId: string }) {
  const { t, f } = await getText();
  const { facility, departments } = await load('/staff/proxy', api().facilities.facility.query({ facilityId }));
  return (
    <Section
      title={t('proxy.step.department', { facility: facility.name })}
      side={
        <Link href={stepPath(step, { facilityId: undefined })} prefetch={false}>
          {t('proxy.step.otherHospital')}
        </Link>
      }
    >
      {departments.length === 0 || !facility.bookable ? (
        <EmptyState title={t(facility.bookable ? 'find.noDepartments' : 'find.notBookable')} />
      ) : (
        <ul className={find.departments}>
          {departments.map((department) => (
            <li key={department.id}>
              <Link href={stepPath(step, { departmentId: department.id })} prefetch={false}>
                <strong>{department.name}</strong>
                {department.nextFree ? (
                  <span className={find.when}>{t('find.nextFree', { day: f.day(department.nextFree) })}</span>
                ) : (
                  <span className={find.none}>{t('find.noFree')}</span>
                )}
                <span className={find.sub}>{department.summary || department.place}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
