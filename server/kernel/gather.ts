type Waiting<Q, A> = { question: Q; resolve: (answer: A) => void; reject: (error: unknown) => void };

export type GatherOptions = {
  /** Questions of one statement. */
  max?: number;
  /** Statements that run at once; what comes meanwhile is gathered for the next. */
  atOnce?: number;
};

/**
 * Answers single questions by few statements: those that come in one turn of the event loop, or while earlier
 * ones are being answered, are asked together. No timer, so a lone question waits for nobody. If a statement
 * fails, all its questions fail.
 */
export function gather<Q, A>(
  ask: (questions: Q[]) => Promise<A[]>,
  { max = 200, atOnce = 2 }: GatherOptions = {},
): (question: Q) => Promise<A> {
  const waiting: Waiting<Q, A>[] = [];
  let running = 0;
  let planned = false;
  const plan = () => {
    if (planned || running >= atOnce || waiting.length === 0) return;
    planned = true;
    setImmediate(start);
  };
  const start = () => {
    planned = false;
    running += 1;
    const asked = waiting.splice(0, max);
    void answer(ask, asked).finally(() => {
      running -= 1;
      plan();
    });
    plan();
  };
  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      plan();
    });
}

async function answer<Q, A>(ask: (questions: Q[]) => Promise<A[]>, asked: Waiting<Q, A>[]): Promise<void> {
  try {
    const answers = await ask(asked.map((one) => one.question));
    for (const [i, one] of asked.entries()) one.resolve(answers[i] as A);
  } catch (error) {
    for (const one of asked) one.reject(error);
  }
}
