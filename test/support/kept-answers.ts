import type { ElectronApplication } from 'playwright-core';

interface Question {
  readonly id: number;
  readonly source: string;
  readonly argument: unknown;
}

/**
 * Lets what is evaluated in the app's main process be answered once and for all. V8's inspector holds the promise of an answer weakly,
 * and now and then says that it "was garbage collected" (Electron 33): the app keeps each answer, and is asked for it again.
 */
export function keepAnswers(application: ElectronApplication): ElectronApplication {
  const evaluate = application.evaluate.bind(application);
  let asked = 0;
  const ask = async (work: unknown, argument: unknown): Promise<unknown> => {
    const question: Question = { id: asked, source: String(work), argument };
    asked += 1;
    for (let tries = 1; ; tries += 1) {
      try {
        return await evaluate(answerOnce, question);
      } catch (error) {
        if (tries === MAX_TRIES || !String(error).includes('garbage collected')) throw error;
      }
    }
  };
  application.evaluate = ask as typeof application.evaluate;
  return application;
}

const MAX_TRIES = 5;

/** Runs in the app: it may use nothing of this file. */
function answerOnce(electron: unknown, { id, source, argument }: Question): unknown {
  const home = globalThis as { answers?: Map<number, unknown> };
  home.answers ??= new Map();
  if (!home.answers.has(id)) home.answers.set(id, new Function(`return (${source})`)()(electron, argument));
  return home.answers.get(id);
}
