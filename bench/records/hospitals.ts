import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sampleIdNumber, samplePhone } from '#db/seed/sample-id-numbers.ts';

export const subject = { code: '03.04', name: '心血管内科专业' };
const names = ['张伟', '陈静', '欧阳明', '扎西次仁', '杨丽', '王芳', '李军', '赵明'];

/** People of all ages; `seenAt` names hospitals they have been to, else that follows by lot. */
export const inventPeople = (count: number, seenAt?: string[]) =>
  Array.from({ length: count }, (_, i) => {
    const sex = i % 2 ? ('female' as const) : ('male' as const);
    const birthDate = `${1936 + ((i * 7) % 85)}-0${1 + (i % 9)}-1${i % 9}`;
    const idNumber = sampleIdNumber(birthDate, sex, i);
    const person = { name: `${names[i % names.length]}`, sex, birthDate, idNumber, phone: samplePhone(i) };
    return { ...person, address: '成都市', ...(seenAt ? { seenAt } : {}) };
  });

/** Sandbox hospitals in a process of their own, which have treated 2,500 people between them. */
export async function startHospitals(
  codes: string[],
  people = inventPeople(2_500),
): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'huimin-bench-his-'));
  const file = join(folder, 'sandbox.json');
  const config = {
    people,
    hospitals: codes.map((code) => ({ code, name: code, token: 'bench', departments: [subject], days: 1, seed: 0 })),
  };
  await writeFile(file, JSON.stringify(config));
  const child = spawn(process.execPath, ['fhir/sandbox/main.ts', '--config', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await urlOf(child);
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
    await rm(folder, { recursive: true });
  };
  return { url, stop };
}

async function urlOf(child: ChildProcess): Promise<string> {
  if (child.stdout) {
    for await (const line of createInterface({ input: child.stdout })) return (JSON.parse(line) as { url: string }).url;
  }
  throw new Error('the hospitals did not start');
}
