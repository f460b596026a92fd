import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function installed(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  const onPath = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)].flatMap((dir) =>
    names.map((name) => join(dir, name)),
  );
  return [...(given ? [given] : []), ...onPath, ...elsewhere].find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of a Chromium; as root on Debian it is installed when missing, with a font that has Chinese characters. */
export async function findChromium(run: (command: string, args: string[]) => Promise<number>): Promise<string> {
  const found = installed();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Chromium is missing: installing it with apt-get (chromium, fonts-noto-cjk).');
    await run('apt-get', ['update', '-q']);
    await run('apt-get', ['install', '-yq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
    const now = installed();
    if (now) return now;
  }
  throw new Error(
    'The journeys need Chromium, and none was found. Install it (Debian, Ubuntu: sudo apt-get install chromium fonts-noto-cjk) ' +
      'or name one: CHROMIUM_PATH=/path/to/chromium npm test',
  );
}
