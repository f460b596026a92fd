import { ChooseDepartment } from './choose-department.tsx';
import { ChooseHospital } from './choose-hospital.tsx';
import { ChooseSession } from './choose-session.tsx';
import { ChooseTime } from './choose-time.tsx';
import type { Step } from './steps.ts';

/** What is to be chosen next: hospital, department, day, time. */
export function ChooseNext({ step }: { step: Step }) {
  const { facilityId, departmentId, sessionId } = step;
  if (sessionId && facilityId) return <ChooseTime {...{ step, facilityId, sessionId }} />;
  if (departmentId) return <ChooseSession {...{ step, departmentId }} />;
  if (facilityId) return <ChooseDepartment {...{ step, facilityId }} />;
  return <ChooseHospital step={step} />;
}
