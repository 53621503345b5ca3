/**
 * A question whose answer follows from its arguments alone, asked once for each of them. The arguments are plain data; an
 * answer is shared, so nobody changes it. At `limit` answers all are forgotten, which bounds what a long session holds.
 */
export function memoize<Asked extends readonly unknown[], Answer>(
  ask: (...asked: Asked) => Answer,
  limit = 10_000
): (...asked: Asked) => Answer {
  const answers = new Map<string, Answer>();
  return (...asked) => {
    const key = JSON.stringify(asked);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = ask(...asked);
    if (answers.size >= limit) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}
