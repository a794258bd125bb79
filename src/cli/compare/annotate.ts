import type { Audience, Change } from "../../changes/change.js";
import { impactOn } from "../../changes/report/changes-report.js";
import type { At } from "../../diagnostics/position.js";
import type { Place, Report } from "../../diagnostics/report.js";
import type { LoadedVersions } from "../../diff.js";

/** Reports each breaking change as a warning at its line of the new version. */
export function annotate(
  changes: readonly Change[],
  loaded: LoadedVersions,
  audiences: readonly Audience[],
  report: Report,
): void {
  for (const change of changes) {
    if (impactOn(audiences, change) !== "breaking") continue;
    const { code, message, newAt, newOwnerAt, oldAt } = change;
    report.add("breaking-change", newAt ?? newOwnerAt ?? fileOf(oldAt, loaded), { code, message });
  }
}

/** The file of the new version that took the place of the one with an element which is gone. */
function fileOf(oldAt: At | undefined, { old, new: now }: LoadedVersions): Place {
  const names = now.loaded.map(({ source }) => source.name);
  const oldName = oldAt === undefined ? "" : old.sources.of(oldAt).name;
  // `main:schemas/people.xml` starts from the root of the repository, the other name from the working folder.
  const isSame = (name: string) => `/${oldName.replace(":", "/")}`.endsWith(`/${name}`);
  return { path: names.find(isSame) ?? names[0] ?? "." };
}
