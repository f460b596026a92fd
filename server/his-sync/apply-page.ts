import type { AppointmentNews } from '#fhir/resources/appointment.ts';
import { isClinicalType } from '#fhir/resources/clinical/shapes.ts';
import type { FhirResource } from '#fhir/resources/resource.ts';
import { type Tx, transact } from '../kernel/transaction.ts';
import type { Blocked } from '../schedules/upsert-his-tickets.ts';
import { applyDirectory } from './apply-directory.ts';
import { applyNews, readNews } from './apply-news.ts';
import { applyRecords } from './apply-records.ts';
import { applySessions } from './apply-sessions.ts';
import { applySlots } from './apply-slots.ts';
import type { Cursors } from './cursors.ts';
import type { Hospital } from './hospital.ts';
import type { Work } from './record-health.ts';
import type { PulledType } from './rules.ts';

/** One pull of one hospital while it goes on. */
export type Run = Hospital & {
  work: Work;
  now: Date;
  cursors: Cursors;
  resources: number;
  written: number;
  blocked: Blocked[];
};
/** Takes over one page of one type in one transaction; what it says of our appointments follows. */
export async function applyPage(run: Run, type: PulledType, page: FhirResource[]): Promise<void> {
  if (page.length === 0) return;
  const news = await transact(run.ctx.db, (tx) => writePage(tx, run, type, page));
  await applyNews(run, news);
}

async function writePage(tx: Tx, run: Run, type: PulledType, page: FhirResource[]): Promise<AppointmentNews[]> {
  if (isClinicalType(type)) {
    // nobody is told of a page before the cursor has moved, and its commit waits for the disk with all before it in hand
    await tx.client.query('set local synchronous_commit = off');
    run.written += await applyRecords(tx, run, type, page);
    return [];
  }
  const applying = { facilityId: run.facilityId, now: run.now, ids: run.ctx.ids };
  if (type === 'Appointment') return readNews(tx, applying, page);
  if (type === 'Schedule') await applySessions(tx, applying, page);
  else if (type === 'Slot') {
    const done = await applySlots(tx, applying, page);
    run.written += done.inserted + done.updated;
    run.blocked.push(...done.blocked);
  } else await applyDirectory(tx, applying, type, page);
  return [];
}
