/** How the prose of a property states that clients do not write it. */

/** "Read-only access" and "read-only mode" are no statements about the property; "read-only for …" has a condition. */
const LIMITED = /\bread-only (?:for|when|if|unless|while|access|mode|state|support|permissions?)\b/i;

/** "Whether …" and "true if …" tell what the value means, and "For a user that …" has a condition. */
const ABOUT_OTHERS = /^\W*(?:whether|indicates|true|false|for an?)\b/i;

const ONCE = /^\W*(?:once|after) (?:it is )?set\b/i;

/** `computed`: the service sets the value; `immutable`: it stays once it is set. */
export function readOnlyIn(prose: string): "computed" | "immutable" | undefined {
  const stated = sentencesOf(prose).filter(
    (sentence) => /\bread-only\b/i.test(sentence) && !LIMITED.test(sentence) && !ABOUT_OTHERS.test(sentence),
  );
  if (stated.length === 0) return undefined;
  return stated.every((sentence) => ONCE.test(sentence)) ? "immutable" : "computed";
}

function sentencesOf(prose: string): readonly string[] {
  return prose.split(/(?<=[.;!?])\s+/);
}
