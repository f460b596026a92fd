import type { Messages } from '../messages.ts';
import { advice } from './en/advice.ts';
import { arrive } from './en/arrive.ts';
import { behaviour } from './en/behaviour.ts';
import { book } from './en/book.ts';
import { care } from './en/care.ts';
import { careBody } from './en/care-body.ts';
import { clinic } from './en/clinic.ts';
import { conduct } from './en/conduct.ts';
import { doors } from './en/doors.ts';
import { draw } from './en/draw.ts';
import { eligibility } from './en/eligibility.ts';
import { fault } from './en/fault.ts';
import { files } from './en/files.ts';
import { find } from './en/find.ts';
import { guide } from './en/guide.ts';
import { guideReport } from './en/guide-report.ts';
import { home } from './en/home.ts';
import { identity } from './en/identity.ts';
import { inbox } from './en/inbox.ts';
import { intake } from './en/intake.ts';
import { kit } from './en/kit.ts';
import { learn } from './en/learn.ts';
import { ledger } from './en/ledger.ts';
import { me } from './en/me.ts';
import { office } from './en/office.ts';
import { ownPlanning } from './en/own-planning.ts';
import { patient } from './en/patient.ts';
import { places } from './en/places.ts';
import { plan } from './en/plan.ts';
import { planning } from './en/planning.ts';
import { planningReport } from './en/planning-report.ts';
import { planningStock } from './en/planning-stock.ts';
import { privacy } from './en/privacy.ts';
import { proxy } from './en/proxy.ts';
import { queue } from './en/queue.ts';
import { records } from './en/records.ts';
import { refresh } from './en/refresh.ts';
import { review } from './en/review.ts';
import { rules } from './en/rules.ts';
import { rush } from './en/rush.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { staff } from './en/staff.ts';
import { statistics } from './en/statistics.ts';
import { stoppage } from './en/stoppage.ts';
import { take } from './en/take.ts';
import { visits } from './en/visits.ts';
import { wait } from './en/wait.ts';

export const en: Messages = {
  advice,
  arrive,
  behaviour,
  book,
  care,
  careBody,
  clinic,
  conduct,
  doors,
  draw,
  eligibility,
  fault,
  find,
  files,
  guide,
  guideReport,
  home,
  identity,
  inbox,
  kit,
  intake,
  learn,
  ledger,
  me,
  office,
  ownPlanning,
  patient,
  places,
  plan,
  planning,
  planningReport,
  planningStock,
  privacy,
  proxy,
  queue,
  records,
  refresh,
  review,
  rules,
  rush,
  shell,
  signIn,
  staff,
  statistics,
  stoppage,
  take,
  visits,
  wait,
};
