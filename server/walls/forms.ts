import { areaOf, type Breach, codeOf, importsOf, isTest, type Source } from './sources.ts';

/** The one form that stands bare. */
const kept = 'app/_ui/kept-form.tsx';
const wires = ['app/_trpc/use-action.ts', 'app/_trpc/client.ts'];

/** What is typed to be sent over a wire of ours is neither lost by a refusal nor put into the address by an early press. */
export function checkForms(sources: Source[]): Breach[] {
  return sources
    .filter(({ path }) => areaOf(path) === 'app' && !isTest(path) && path !== kept)
    .filter((source) => importsOf(source).some(({ target }) => target !== null && wires.includes(target)))
    .filter(({ text }) => /<form\b/.test(codeOf(text)))
    .map(({ path }) => ({
      wall: 'forms',
      path,
      message:
        'a bare <form>: with a function as its action React empties it though it was refused, with onSubmit a press before the script puts what was typed into the address. Write SendForm, AskingForm or KeptForm of app/_ui instead',
    }));
}
