import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { hospitalSystem } from '../hospital/sandbox.ts';
import { callApi } from '../support/api.ts';
import { signInSample } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { type Stage, test } from '../support/stage.ts';

/** A hospital where the person was seen, and their id there, once hospitals have told. */
async function findPatient({ db }: Stage, residentId: string): Promise<{ facilityId: string; sourceId: string }> {
  const find = () =>
    db.pool.query<{ facilityId: string; sourceId: string }>(
      'select facility_id as "facilityId", source_id as "sourceId" from source_patients where resident_id = $1 order by 1 limit 1',
      [residentId],
    );
  await expect(async () => expect((await find()).rowCount).toBe(1)).toPass({ timeout: 60_000 });
  return (await find()).rows[0] ?? { facilityId: '', sourceId: '' };
}

type Person = { id: string; name: string; relation: string };

test('a resident has all hospitals asked, and sees what was written a moment ago', async ({ page, stage }, info) => {
  await signInSample(page, '13800000001');
  const { people } = await callApi<{ people: Person[] }>(page, 'query', 'residents.family');
  // a person is refreshed once in two minutes: on the phone oneself, at the desk one of the family
  const who = people.find((one) => (one.relation === 'self') === (info.project.name === 'phone'));
  if (!who) throw new Error('the sample resident has no family');
  const { facilityId, sourceId } = await findPatient(stage, who.id);
  // an earlier run of this journey, a minute ago
  await stage.db.pool.query('delete from record_refreshes where resident_id = $1', [who.id]);
  await page.goto(`/records?who=${who.id}`);
  const part = page.getByRole('main');
  await expect(part).toContainText('逐一询问有没有新的记录');
  const reason = `复诊 ${randomUUID().slice(0, 8)}`;
  const visit = {
    ...{ resourceType: 'Encounter', id: randomUUID(), status: 'finished' },
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    ...{ subject: { reference: `Patient/${sourceId}` }, reasonCode: [{ text: reason }] },
    period: { start: new Date().toISOString() },
  };
  await hospitalSystem(facilityId).control({ write: [visit] });
  const button = page.getByRole('button', { name: who.relation === 'self' ? '更新我的记录' : `更新${who.name}的记录` });
  await button.click();
  await expect(part.getByText(reason)).toBeVisible({ timeout: 30_000 });
  await expect(part.getByText(/医院(都?已答复|中有)/)).toBeVisible({ timeout: 30_000 });
  await expect(button).toBeDisabled();
  await expect(part).toContainText('之后可以再次更新');
  const answers = part.getByText('各医院的答复').first();
  if (!(await part.getByRole('table', { name: '各医院的答复' }).isVisible())) await answers.click();
  await expect(part.getByRole('table', { name: '各医院的答复' })).toBeVisible();
  await expectSound(page);
});
