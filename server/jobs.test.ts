import { parseCrontab } from 'graphile-worker';
import { expect, it } from 'vitest';
import { crontab, taskList } from './jobs.ts';
import type { Services } from './kernel/context.ts';

it('every time in the table can be read by the worker, and names a job there is', () => {
  const items = parseCrontab(crontab);
  expect(items.length).toBe(crontab.trim().split('\n').length);
  const names = Object.keys(taskList({} as Services));
  expect(items.map(({ task }) => task).filter((task) => !names.includes(task))).toEqual([]);
});
