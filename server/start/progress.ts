export type Progress = {
  /** Runs one phase, showing its name, what it says of itself, and its seconds. */
  phase: <T>(name: string, work: (say: (text: string) => void) => Promise<T>) => Promise<T>;
  /** A line of its own that does not tear the phase in progress. */
  note: (text: string) => void;
};

/** A terminal gets one living line; a file or pipe gets a line when a phase ends, and one every 5 s of a long one. */
export function createProgress(out: NodeJS.WriteStream = process.stdout): Progress {
  const tty = out.isTTY === true;
  let current: { name: string; started: number; text: string } | undefined;
  const seconds = (from: number) => `${((Date.now() - from) / 1000).toFixed(1)} s`;
  const clear = () => tty && current && out.write('\r\x1b[2K');
  const draw = () => {
    if (!current) return;
    const line = `  … ${current.name}  ${seconds(current.started)}${current.text ? `  ${current.text}` : ''}`;
    if (tty) out.write(`\r\x1b[2K${line.slice(0, (out.columns || 100) - 1)}`);
    else out.write(`${line}\n`);
  };
  const note = (text: string) => {
    clear();
    out.write(`${text}\n`);
    if (tty) draw();
  };
  return {
    note,
    phase: async (name, work) => {
      const mine = { name, started: Date.now(), text: '' };
      current = mine;
      if (tty) draw();
      const timer = setInterval(draw, tty ? 200 : 5000);
      try {
        const result = await work((text) => {
          mine.text = text;
        });
        clear();
        out.write(`  ✓ ${name}  ${seconds(mine.started)}${mine.text ? `  ${mine.text}` : ''}\n`);
        return result;
      } catch (error) {
        clear();
        out.write(`  ✗ ${name}  ${seconds(mine.started)}\n`);
        throw error;
      } finally {
        clearInterval(timer);
        current = undefined;
      }
    },
  };
}
