import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packModel } from '../model/linear-model.ts';
import { diseaseExamples, lexiconExamples, licensed, questionExamples, readQuestions } from './examples.ts';
import { fitModel } from './fit.ts';

/** `npm run navigation:train -- --data DIR`: makes weights.bin and its manifest anew, bit for bit alike. */
const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, check: { type: 'boolean' } },
});
const dataDir = resolve(values.data);
const inputs = ['triage_dev.jsonl', join('codes', 'icd10_nc2.csv')];
const missing = inputs.filter((file) => !existsSync(join(dataDir, file)));
if (missing.length > 0) {
  console.error(
    `No ${missing.join(' and no ')} in ${dataDir}. Nothing was changed: the weights in the repository stay in use.`,
  );
  console.error('Say where the data lies: npm run navigation:train -- --data DIR');
  process.exit(2);
}

const sha = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const questions = readQuestions(dataDir).filter(({ source }) => licensed.has(source));
const examples = [...lexiconExamples(), ...diseaseExamples(dataDir), ...questionExamples(questions)];
console.log(`Training on ${examples.length} examples, ${questions.length} of them questions of licensed sources …`);
const weights = packModel(fitModel(examples));
const manifest = {
  trainedOn: '2026-11-23',
  examples: examples.length,
  questions: questions.length,
  sources: [...licensed].sort().join(' '),
  inputsSha256: Object.fromEntries(
    inputs.map((file) => [file.replaceAll('\\', '/'), sha(readFileSync(join(dataDir, file)))]),
  ),
  weightsSha256: sha(weights),
};
const model = new URL('../model/', import.meta.url);
const known = JSON.parse(readFileSync(new URL('manifest.json', model), 'utf8')) as typeof manifest;
const same = known.weightsSha256 === manifest.weightsSha256;
console.log(
  `weights.bin: ${weights.length} bytes, sha256 ${manifest.weightsSha256}${same ? ' (as in the repository)' : ' (changed)'}`,
);
if (values.check) process.exit(same ? 0 : 1);
writeFileSync(new URL('weights.bin', model), weights);
writeFileSync(new URL('manifest.json', model), `${JSON.stringify(manifest, null, 2)}\n`);
