/** Faults that no battery can notice, each with the reason. A place is a line as the list of survivors prints it. */
const equivalents: readonly (readonly [place: RegExp, reason: string])[] = [
  [/validation-error\.ts:/, "only the message of the error changes, which a test of its own holds"],
  [/type-name\.ts:\d+ .*typeName\(value\) === name/, "validators do not call it"],
  [/LONGEST|MANY_VISITS|visited|const most|most \+ 1/, "a limit of effort: the answer is the same, later"],
  [/const before = context\.found/, "without a list of issues nothing is put before their paths"],
  [/found\.issues\.length === from/, "putting a name before the paths of no issues does nothing"],
  [/flags: number = nullable/, "generated checks give the flags themselves"],
  [/new Proxy\(\{\}/, "checks read by `get` and own properties; the trap is never asked"],
  [/excess|isLonger\(value|codePointAt/, "a shortcut for texts that are short enough in any case"],
  [/(?:left side of && dropped|typeof).*(?:\(value [|&<]+ \w+\)|value << \d+).*=== value/, "a value that is equal to its bits is a number"],
  [/precision < Infinity/, "no text has more digits than there is no limit to"],
  [/left side of && dropped .*(?:GUID\.test|hasForm)/, "no other value has such a text"],
  [/typeof one === "number" && typeof item/, "a text is no number that is equal to it"],
  [/"r\.Place", "r\.(?:Tower|House)"/, "a value of an abstract type has to name its own in any case"],
  [/!context\.halted; i\+\+/, "items after the last issue that counts change nothing"],
];

export function equivalentReason(place: string): string | undefined {
  return equivalents.find(([pattern]) => pattern.test(place))?.[1];
}
