'use server';

import { cookies } from 'next/headers';
import type { Answer, Story } from '#server/navigation/schema/ask.ts';
import type { Trouble } from '../../_text/fault-text.ts';
import { messagesOf } from '../../_text/messages.ts';
import { api } from '../../_trpc/server.ts';
import { troubleOf } from '../../_trpc/trouble.ts';
import { nearCookie, readOrigin } from './origin.ts';
import { readPatients } from './patients.ts';
import { ageOf, factsOf, readWish, type Wish } from './wish.ts';

export type AskState = {
  /** Counts the answers, so that each brings a fresh form. */
  turn: number;
  wish: Wish;
  /** What the answer was given to; null while the form is being filled in. */
  story: Story | null;
  answer: Answer | null;
  problem: 'nothing-said' | 'age' | null;
  trouble: Trouble | null;
};

/**
 * One form for everything, so that it works without script: an area of the body opens its complaints, an
 * option answers the question, anything else asks. Words come by POST, and no address ever holds them.
 */
export async function ask(was: AskState, form: FormData): Promise<AskState> {
  const wish = readWish(form);
  const state: AskState = { turn: was.turn + 1, wish, story: null, answer: null, problem: null, trouble: null };
  if (form.get('area') !== null || form.get('edit') !== null) return state;
  const story = storyOf(wish, factsOf(wish, await readPatients()));
  if (story.text === '' && story.added.length === 0) return { ...state, problem: 'nothing-said' };
  if (wish.who === 'other' && wish.age !== '' && ageOf(wish) === null) return { ...state, problem: 'age' };
  const origin = readOrigin(form.get('region'), (await cookies()).get(nearCookie)?.value);
  try {
    const answer = await api().navigation.ask.mutate({ ...story, signs: signsOf(wish), ...(origin ? { origin } : {}) });
    return { ...state, story, answer };
  } catch (error) {
    const trouble = troubleOf(error);
    if (!trouble) throw error;
    return { ...state, trouble };
  }
}

/** Danger is asked about once, before the first advice (decision 0014). */
const signsOf = ({ sign }: Wish) => (sign === '' ? ('unasked' as const) : sign === 'none' ? [] : [sign]);

/** What was tapped goes on in Chinese whatever the screen's language: the doctor may come to read it. */
function storyOf(wish: Wish, facts: Story['facts']): Story {
  const words = messagesOf('zh-CN').careBody.say;
  const said = wish.says.flatMap((id) => (id in words ? [words[id]] : []));
  return { facts, text: wish.text, added: [...said, ...wish.options].slice(0, 12) };
}
