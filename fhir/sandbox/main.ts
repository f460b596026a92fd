import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startSandbox } from './server.ts';

const { values } = parseArgs({
  options: { port: { type: 'string' }, config: { type: 'string' }, state: { type: 'string' } },
});
if (!values.config) {
  console.error('usage: node fhir/sandbox/main.ts --port N --config FILE.json [--state DIR]');
  process.exit(2);
}

const started = Date.now();
const config = JSON.parse(readFileSync(values.config, 'utf8'));
const stateDir = values.state ?? config.stateDir;
const sandbox = await startSandbox({ ...config, stateDir, port: Number(values.port ?? 0) });
const rssMb = Math.round(process.memoryUsage().rss / 1e6);
const hospitals = config.hospitals.length;
console.log(JSON.stringify({ ready: true, url: sandbox.url, hospitals, ms: Date.now() - started, rssMb }));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void sandbox.close().then(() => process.exit(0));
  });
}
