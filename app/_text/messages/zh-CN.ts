import { advice } from './zh-CN/advice.ts';
import { arrive } from './zh-CN/arrive.ts';
import { behaviour } from './zh-CN/behaviour.ts';
import { book } from './zh-CN/book.ts';
import { care } from './zh-CN/care.ts';
import { careBody } from './zh-CN/care-body.ts';
import { clinic } from './zh-CN/clinic.ts';
import { conduct } from './zh-CN/conduct.ts';
import { doors } from './zh-CN/doors.ts';
import { draw } from './zh-CN/draw.ts';
import { eligibility } from './zh-CN/eligibility.ts';
import { fault } from './zh-CN/fault.ts';
import { files } from './zh-CN/files.ts';
import { find } from './zh-CN/find.ts';
import { guide } from './zh-CN/guide.ts';
import { guideReport } from './zh-CN/guide-report.ts';
import { home } from './zh-CN/home.ts';
import { identity } from './zh-CN/identity.ts';
import { inbox } from './zh-CN/inbox.ts';
import { intake } from './zh-CN/intake.ts';
import { kit } from './zh-CN/kit.ts';
import { learn } from './zh-CN/learn.ts';
import { ledger } from './zh-CN/ledger.ts';
import { me } from './zh-CN/me.ts';
import { office } from './zh-CN/office.ts';
import { ownPlanning } from './zh-CN/own-planning.ts';
import { patient } from './zh-CN/patient.ts';
import { places } from './zh-CN/places.ts';
import { plan } from './zh-CN/plan.ts';
import { planning } from './zh-CN/planning.ts';
import { planningReport } from './zh-CN/planning-report.ts';
import { planningStock } from './zh-CN/planning-stock.ts';
import { privacy } from './zh-CN/privacy.ts';
import { proxy } from './zh-CN/proxy.ts';
import { queue } from './zh-CN/queue.ts';
import { records } from './zh-CN/records.ts';
import { refresh } from './zh-CN/refresh.ts';
import { review } from './zh-CN/review.ts';
import { rules } from './zh-CN/rules.ts';
import { rush } from './zh-CN/rush.ts';
import { shell } from './zh-CN/shell.ts';
import { signIn } from './zh-CN/sign-in.ts';
import { staff } from './zh-CN/staff.ts';
import { statistics } from './zh-CN/statistics.ts';
import { stoppage } from './zh-CN/stoppage.ts';
import { take } from './zh-CN/take.ts';
import { visits } from './zh-CN/visits.ts';
import { wait } from './zh-CN/wait.ts';

/** One file an area. The other languages must have the same keys and placeholders (messages.test.ts). */
export const zhCN = {
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
