import { expect } from '@playwright/test';
import { facilityId } from '#server/start/demo-house.ts';
import { becomeResident } from '../resident/steps.ts';
import { giveExtra, openClinic } from '../support/clinics.ts';
import { signInAs } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { type Stage, test } from '../support/stage.ts';
import { dayAfter } from './steps.ts';

test.describe.configure({ timeout: 120_000 });

type Doctor = { id: string; name: string; title: string; departmentId: string };

/** A doctor of the lowest and one of the highest grade of the same department. */
async function findDoctors({ db }: Stage): Promise<{ junior: Doctor; senior: Doctor }> {
  const { rows } = await db.pool.query<Doctor>(
    `select p.id, p.name, p.title, r.department_id as "departmentId" from practitioner_roles r
     join practitioners p on p.id = r.practitioner_id join departments d on d.id = r.department_id
     where d.facility_id = $1 order by array_position(array['住院医师', '主治医师', '副主任医师', '主任医师'], p.title), p.id`,
    [facilityId],
  );
  for (const junior of rows) {
    const senior = rows.findLast((one) => one.departmentId === junior.departmentId && one.title !== junior.title);
    if (senior && rows.indexOf(senior) > rows.indexOf(junior)) return { junior, senior };
  }
  throw new Error('no department of the hospital has doctors of two grades');
}

test('one clinic is taken by another doctor and moved, and the patient is told each time', async ({
  page,
  browser,
  stage,
}, info) => {
  const phone = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
  const patient = await becomeResident(phone);
  const { junior, senior } = await findDoctors(stage);
  // hours in which nobody else has a clinic, another for each size of screen
  const hour = info.project.name === 'phone' ? '03' : '04';

  await test.step('given a clinic of a junior doctor with one patient', async () => {
    const { id: practitionerId, departmentId } = junior;
    const times = { date: dayAfter(3), startsAt: `${hour}:00`, endsAt: `${hour}:30` };
    const sessionId = await openClinic(stage, { ...times, departmentId, practitionerId });
    await giveExtra(stage, sessionId, patient);
    await signInAs(page, 'scheduler.h0053');
    await page.goto(`/staff/sessions/${sessionId}`);
    await expectSound(page);
  });

  await test.step('when a doctor of a higher grade takes it', async () => {
    await page.getByLabel('出诊医生').selectOption(senior.id);
    await page.getByLabel('原因', { exact: true }).first().fill('原医生外出会诊');
    await page.getByRole('button', { name: '保存调整' }).click();
    await expect(page.getByText('已保存。已通知 1 位预约者。')).toBeVisible();
  });

  await test.step('and it is moved by a quarter of an hour, with the consequences in sight', async () => {
    await page.getByRole('button', { name: '改时间并通知…' }).click();
    const dialog = page.getByRole('dialog', { name: '改时间并通知' });
    await expect(dialog.getByText('1 位持号者都会收到消息和短信')).toBeVisible();
    await expectSound(page);
    await dialog.getByLabel('新的开始时间').fill(`${hour}:15`);
    await dialog.getByLabel('新的结束时间').fill(`${hour}:45`);
    await dialog.getByLabel('原因').fill('诊室检修');
    await dialog.getByRole('button', { name: '改时间并通知' }).click();
    await expect(page.getByText('已改时间，已通知 1 人。')).toBeVisible();
    await expect(page.getByText(`${hour}:15–${hour}:45`).first()).toBeVisible();
    await expectSound(page);
  });

  await test.step('then the patient reads both, and the visit shows the new doctor and time', async () => {
    await phone.goto('/messages');
    await expect(phone.getByText(new RegExp(`改由${senior.name}.*出诊`))).toBeVisible();
    await expectSound(phone);
    await phone.getByText('就诊时间有调整').click();
    await expect(phone.getByText(`${hour}:15–${hour}:45`, { exact: true })).toBeVisible();
    await expect(phone.getByText(senior.name).first()).toBeVisible();
    await expectSound(phone);
  });
});
