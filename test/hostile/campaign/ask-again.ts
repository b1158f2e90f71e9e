const ATTEMPTS = 10;

/**
 * The inspector holds a promise so loosely that V8 may collect it as garbage before it settles, which a flood makes likely: then it
 * is asked again. Only for what may be asked twice.
 */
export async function askAgain<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === ATTEMPTS || !String(error).includes('garbage collected')) throw error;
    }
  }
}
