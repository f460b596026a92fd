import { expect, it } from 'vitest';
import { rounds, startJobs, taskList } from './jobs.ts';
import type { Services } from './kernel/context.ts';

it('what comes round by the clock, and what starts with a process, is a job there is', () => {
  const names = Object.keys(taskList({} as Services));
  expect(rounds.length).toBeGreaterThan(10);
  expect([...rounds.map(({ task }) => task), ...startJobs].filter((task) => !names.includes(task))).toEqual([]);
});

it('no job runs beside its own last round', () => {
  expect(rounds.filter(({ task, options }) => options.queueName !== task)).toEqual([]);
});
