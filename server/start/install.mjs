import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Why the dependencies must be installed, or null when node_modules already holds what the lock file asks for.
 * npm writes node_modules/.package-lock.json as its last step, so it is the stamp: absent after an interrupted install.
 * @param {string} root
 * @returns {string | null}
 */
export function staleReason(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (!wanted) return null;
  const found = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!found) return 'the dependencies are not installed yet';
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link) continue;
    const have = found[path];
    if (!have && (entry.optional || entry.devOptional || entry.peer)) continue;
    if (!have) return `${nameOf(path)} is missing`;
    if (have.version !== entry.version)
      return `${nameOf(path)} ${have.version} is installed, ${entry.version} is wanted`;
  }
  return null;
}

/** @param {string} file @returns {Record<string, any> | null} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return null;
  }
}

/** @param {string} path */
const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** The Node the project brings along: the one that started us may be older than what runs .ts files. */
export function findNode(root) {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const own = join(root, 'node_modules', 'node', 'bin', file);
  if (existsSync(own)) return own;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : null;
}

const offline = /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT|E50[0-9]\b/;

/** What went wrong in one sentence a person can act on. */
export function explainFailure(stderr, registry) {
  if (offline.test(stderr)) {
    return (
      `The package registry ${registry} could not be reached. Check the network, or name a mirror ` +
      '(npm config set registry https://…), then run the same command again.'
    );
  }
  if (/ENOSPC/.test(stderr)) return 'The disk is full. Free about 2 GB, then run the same command again.';
  if (/EACCES|EPERM/.test(stderr))
    return 'This folder cannot be written to. Check who owns it, then run the same command again.';
  if (/EUSAGE/.test(stderr))
    return 'package.json and package-lock.json do not agree. Run npm install once, then the same command again.';
  return 'The dependencies could not be installed; the lines above say why.';
}

/** Runs `npm ci` with visible progress; throws one clear sentence when it fails. */
export async function installDependencies(root, reason) {
  const total = Object.keys(readPackages(join(root, 'package-lock.json')) ?? {}).length - 1;
  const started = Date.now();
  console.log(`Installing ${total} packages, because ${reason}. This happens once and takes a minute or two.`);
  const [command, ...first] = npmCommand();
  const child = spawn(command, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error', '--progress=false'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
    shell: process.platform === 'win32',
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr = (stderr + chunk).slice(-20_000);
    process.stderr.write(chunk);
  });
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const timer = setInterval(() => {
    console.log(`  … ${countPackages(join(root, 'node_modules'))} of about ${total} packages, ${seconds()} s`);
  }, 5000);
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', resolve);
  });
  clearInterval(timer);
  if (code !== 0) throw new Error(explainFailure(stderr, registryOf()));
  console.log(`Installed in ${seconds()} s.`);
}

function npmCommand() {
  const npm = process.env.npm_execpath;
  return npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
}

function registryOf() {
  const [command, ...first] = npmCommand();
  const asked = spawnSync(command, [...first, 'config', 'get', 'registry'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return (asked.stdout ?? '').trim().replace(/\/\/[^/@]*@/, '//');
}

function countPackages(dir) {
  try {
    return readdirSync(dir, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .reduce((sum, entry) => sum + (entry.name.startsWith('@') ? readdirSync(join(dir, entry.name)).length : 1), 0);
  } catch {
    return 0;
  }
}
