import Link from 'next/link';
import { getText } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { Section } from '../../../_ui/page-head.tsx';
import { SessionDays } from '../../../(resident)/hospitals/session-days.tsx';
import { type Step, stepPath } from './steps.ts';

const days = 14;

/** Third step: the department's coming days, with the numbers kept for this desk among them. */
export async function ChooseSession({ step, departmentId }: { step: Step; departmentId: string }) {
  const { t, f } = await getText();
  const [{ facility, department }, { sessions, asOf }] = await load(
    '/staff/proxy',
    Promise.all([
      api().facilities.department.query({ departmentId }),
      api().proxy.sessions.query({ departmentId, days }),
    ]),
  );
  return (
    <Section
      title={t('proxy.step.session', { facility: facility.name, department: department.name })}
      side={
        <Link href={stepPath(step, { departmentId: undefined, day: '' })} prefetch={false}>
          {t('proxy.step.otherDepartment')}
        </Link>
      }
    >
      <SessionDays
        {...{ sessions, days, from: f.isoDay(asOf), day: step.day || null }}
        waits
        dayHref={(day) => stepPath(step, { day })}
        bookHref={(session) => stepPath(step, { day: session.date, sessionId: session.id })}
      />
    </Section>
  );
}
