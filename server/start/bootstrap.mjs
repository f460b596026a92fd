// Runs on any Node from 20 on, before anything is installed: so plain JavaScript and built-in modules only.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNode, installDependencies, staleReason } from './install.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const entries = {
  start: ['server/start/supervise.ts'],
  dev: ['server/start/supervise.ts', '--dev'],
  test: ['server/start/test.ts'],
  check: ['server/start/test.ts', '--only', 'check'],
  e2e: ['server/start/test.ts', '--only', 'e2e'],
  bench: ['bench/main.ts'],
  run: [],
};

function fail(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

const [command = '', ...rest] = process.argv.slice(2);
const entry = entries[command];
if (!entry) fail(`Unknown command "${command}". Known: ${Object.keys(entries).join(', ')}.`);
if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Node.js ${process.versions.node} is too old: 20 or newer is needed.`);
if (command === 'run' && rest.length === 0) fail('Name the file to run: run FILE [arguments].');

const reason = staleReason(root) ?? (findNode(root) ? null : 'Node 24 is missing');
if (reason) await installDependencies(root, reason).catch((error) => fail(error.message));
const node = findNode(root);
if (!node)
  fail(
    'Node 24 is missing after the installation: allow the install script of the package "node", or use Node 24 yourself.',
  );
const [file = '', ...args] = [...entry, ...rest];
if (!existsSync(join(root, file))) fail(`${file} does not exist.`);

const bin = join(root, 'node_modules', '.bin');
const child = spawn(node, [file, ...args], {
  cwd: root,
  // the channel tells the child when this process is killed outright, so that nothing is left behind
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm's shell may die of a signal without passing it on; we are then handed to another parent
const parent = process.ppid;
setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
child.on('error', (error) => fail(`Node 24 could not be started: ${error.message}`));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
