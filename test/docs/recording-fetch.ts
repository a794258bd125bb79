import type { Service } from "./page-setup.js";

/** Headers that every request has are not shown. */
const ordinary =
  /^(?:accept: (?:application\/json(?:;IEEE754Compatible=true)?|\*\/\*)|content-type: application\/json.*)$/;

/**
 * A `fetch` that records requests in the form of pages, and answers them by the first rule whose start they have.
 * `shown` gives the URL that the page has for one.
 */
export function recordingFetch(
  { root, answers }: Service,
  sent: string[],
  shown: (url: string) => string,
): typeof fetch {
  const given = new Map<string, number>();
  return (input, init = {}) => {
    const { method = "GET", body } = init;
    const request = `${method} ${shown(String(input)).replace(root, "")}`;
    const headers = [...new Headers(init.headers)].map(([name, value]) => `${name}: ${value}`);
    const text = typeof body === "string" ? ["", body] : [];
    sent.push([request, ...headers.filter((header) => !ordinary.test(header)), ...text].join("\n"));
    const [start] = answers.find(([start]) => request.startsWith(start)) ?? [];
    if (start === undefined) return Promise.reject(new Error(`The page has no answer to ${request}`));
    const ofStart = answers.filter(([other]) => other === start);
    const count = given.get(start) ?? 0;
    given.set(start, count + 1);
    const [, { status = 200, headers: sentBack = {}, body: answer } = {}] = ofStart[count] ?? ofStart.at(-1) ?? [];
    return Promise.resolve(
      new Response(answer === undefined ? null : JSON.stringify(answer), {
        status,
        headers: { "content-type": "application/json", ...sentBack },
      }),
    );
  };
}
