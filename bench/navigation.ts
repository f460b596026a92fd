import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adultEmergencies, crises } from '#server/navigation/understand/cases/emergencies-adults.ts';
import { childEmergencies } from '#server/navigation/understand/cases/emergencies-children.ts';
import { linesOf, lookAlikes } from '#server/navigation/understand/cases/look-alikes.ts';
import { adviceRules } from '#server/navigation/understand/rules/advice.ts';
import { redFlags } from '#server/navigation/understand/rules/red-flags.ts';
import {
  answer,
  crossValidate,
  knowledgeOf,
  leaveSourcesOut,
  type Score,
  scoreOf,
} from '#server/navigation/understand/training/evaluate.ts';
import { type Question, readQuestions } from '#server/navigation/understand/training/examples.ts';
import { understand } from '#server/navigation/understand/understand.ts';
import type { BenchOptions, Result } from './result.ts';

const rules = { redFlags, adviceRules };
const raised = (text: string) => understand(text, {}, rules).flags.some(({ rule }) => rule.kind !== 'fever');
const share = (part: number, all: number) => (all === 0 ? 0 : part / all);

/** How often departments and emergencies are told right. The figures on questions need the data beside the project. */
export async function benchNavigation({ note }: BenchOptions): Promise<Result[]> {
  const dataDir = process.env.NAVIGATION_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url));
  const results = [...safety(), ...speed()];
  if (!existsSync(join(dataDir, 'triage_dev.jsonl'))) {
    note(`No questions in ${dataDir}: only the figures that need none. NAVIGATION_DATA names another folder.`);
    return results;
  }
  return [...results, ...onDevelopmentFlags(dataDir), ...accuracy(dataDir, note)];
}

/** On sentences written for this product from published red-flag lists. */
function safety(): Result[] {
  const emergencies = [adultEmergencies, childEmergencies, crises].flatMap(linesOf);
  const harmless = linesOf(lookAlikes);
  const found = emergencies.filter(raised).length;
  const alarms = harmless.filter(raised).length;
  return [
    figure(
      'navigation.redflags.recall',
      share(found, emergencies.length),
      `${found} of ${emergencies.length} written emergencies found`,
    ),
    figure(
      'navigation.redflags.false_alarms',
      share(alarms, harmless.length),
      `${alarms} of ${harmless.length} look-alikes raised`,
    ),
  ];
}

function speed(): Result[] {
  const texts = [adultEmergencies, childEmergencies, lookAlikes].flatMap(linesOf);
  const round = () => {
    for (const text of texts) understand(text, {}, rules);
  };
  for (let warm = 0; warm < 3; warm += 1) round();
  const began = performance.now();
  for (let turn = 0; turn < 10; turn += 1) round();
  const each = ((performance.now() - began) / (10 * texts.length)) * 1000;
  const weights = statSync(new URL('../server/navigation/understand/model/weights.bin', import.meta.url)).size;
  return [
    {
      name: 'navigation.us_per_question',
      value: each,
      unit: 'µs',
      detail: `${texts.length} texts, ten times, one thread`,
    },
    { name: 'navigation.weights', value: weights / 1e6, unit: 'MB', detail: 'size of the weights' },
  ];
}

function onDevelopmentFlags(dataDir: string): Result[] {
  const rows = readFileSync(join(dataDir, 'redflags_dev.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row) as { text: string; emergency: boolean });
  const emergencies = rows.filter(({ emergency }) => emergency);
  const found = emergencies.filter(({ text }) => raised(text)).length;
  const alarms = rows.filter(({ text, emergency }) => !emergency && raised(text)).length;
  const detail = `${found} of ${emergencies.length} found, ${alarms} of ${rows.length - emergencies.length} controls raised`;
  return [figure('navigation.redflags_dev.recall', share(found, emergencies.length), detail)];
}

function accuracy(dataDir: string, note: (text: string) => void): Result[] {
  const questions = readQuestions(dataDir);
  note('Learning what is known without questions …');
  const knowledge = knowledgeOf(dataDir);
  note('Five models for cross-validation …');
  const validated = crossValidate(knowledge, questions);
  note('One model for each source left out …');
  const left = leaveSourcesOut(knowledge, questions);
  const perSource = [...Map.groupBy(validated, ({ question }) => question.source).values()].map(scoreOf);
  const perLeft = left.map(scoreOf);
  const english = readFileSync(join(dataDir, 'triage_en_dev.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row) as Question);
  return [
    ...scores('navigation.cv', scoreOf(validated), 'five folds, all rows'),
    ...scores('navigation.cv_mean', meanOf(perSource), 'five folds, mean of the sources'),
    ...scores(
      'navigation.loso',
      meanOf(perLeft),
      `each source left out: top 3 ${left.map((rows, i) => `${rows[0]?.question.source} ${perLeft[i]?.top3.toFixed(2)}`).join(', ')}`,
    ),
    ...scores('navigation.english', scoreOf(answer(undefined, english)), 'English descriptions of 24 diseases'),
    ...calibration(left.flat()),
  ];
}

/** Of answers given with this confidence, how many were right: on sources never seen. */
function calibration(answered: ReturnType<typeof crossValidate>): Result[] {
  const bins = Map.groupBy(answered, ({ confidence }) => Math.min(4, Math.floor(confidence * 5)));
  return [...bins]
    .sort(([a], [b]) => a - b)
    .map(([bin, rows]) => ({
      name: `navigation.calibration.${bin * 20}-${bin * 20 + 20}`,
      value: scoreOf(rows).accepted1,
      unit: '',
      detail: `${rows.length} answers with a mean confidence of ${(rows.reduce((sum, { confidence }) => sum + confidence, 0) / rows.length).toFixed(2)}`,
    }));
}

const figure = (name: string, value: number, detail: string): Result => ({ name, value, unit: '', detail });
function scores(name: string, { n, ...score }: Score, detail: string): Result[] {
  return [
    figure(`${name}.top1`, score.top1, `${detail}, n=${n}, ${score.accepted1.toFixed(3)} with accepted ones`),
    figure(`${name}.top3`, score.top3, `${detail}, n=${n}, ${score.accepted3.toFixed(3)} with accepted ones`),
  ];
}
function meanOf(all: Score[]): Score {
  const mean = (name: keyof Score) => all.reduce((sum, score) => sum + score[name], 0) / Math.max(1, all.length);
  return {
    n: all.length,
    top1: mean('top1'),
    top3: mean('top3'),
    accepted1: mean('accepted1'),
    accepted3: mean('accepted3'),
  };
}
