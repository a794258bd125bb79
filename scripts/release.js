/**
 * Prepares, checks and publishes a release of both packages, in the working folder.
 *
 * - `node scripts/release.js prepare 0.2.0`: sets the version everywhere, and gives the entries of `Unreleased` in
 *   CHANGELOG.md its number and the date.
 * - `node scripts/release.js check`: prints what keeps the committed state from being published; exits with 1 then.
 * - `node scripts/release.js publish`: the same, then publishes both packages with their provenance.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The folders of the packages, in the order in which they are published. */
const packages = ["packages/runtime", "."];

const [command, version] = process.argv.slice(2);
if (command === "prepare" && isVersion(version)) prepare(version);
else if (command === "check") check();
else if (command === "publish") publish();
else end("Usage: node scripts/release.js prepare <version> | check | publish");

function prepare(next) {
  const heading = "## Unreleased\n";
  const changelog = readFileSync("CHANGELOG.md", "utf8");
  if (changelog.includes(`\n## ${next} – `)) end(`CHANGELOG.md has a heading "## ${next} – <date>" already.`);
  if (!changelog.includes(heading)) end('CHANGELOG.md has no heading "## Unreleased"; add what changed below one.');
  for (const folder of packages) edit(join(folder, "package.json"), (manifest) => ({ ...manifest, version: next }));
  edit("package-lock.json", (lock) => ({ ...lock, version: next, packages: withVersion(lock.packages, next) }));
  const today = new Date().toISOString().slice(0, 10);
  writeFileSync("CHANGELOG.md", changelog.replace(heading, `${heading}\n## ${next} – ${today}\n`));
  print(`Commit this as "${next}", and tag the commit v${next}: the workflow publishes tags.`);
}

function withVersion(locked, version) {
  const own = packages.map((folder) => (folder === "." ? "" : folder));
  return { ...locked, ...Object.fromEntries(own.map((path) => [path, { ...locked[path], version }])) };
}

function edit(path, change) {
  writeFileSync(path, `${JSON.stringify(change(JSON.parse(readFileSync(path, "utf8"))), undefined, 2)}\n`);
}

function check() {
  const problems = problemsFound();
  if (problems.length > 0) end(problems.join("\n"));
  print(
    `${packages.map((folder) => manifestOf(folder).name).join(" and ")} ${manifestOf(".").version} can be published.`,
  );
}

function publish() {
  check();
  // npm refuses a version such as 0.2.0-beta.1 without a tag, as one for all who install the latest.
  const tag = manifestOf(".").version.includes("-") ? ["--tag", "next"] : [];
  for (const folder of packages) npm("publish", `./${folder}`, "--provenance", "--access", "public", ...tag);
}

function problemsFound() {
  const { version } = manifestOf(".");
  return [
    ...versionProblems(version),
    ...changelogProblems(version),
    ...treeProblems(),
    ...packages.flatMap(packProblems),
  ];
}

function versionProblems(version) {
  if (!isVersion(version)) return [`package.json: "${version}" is not a version such as 0.2.0.`];
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const others = [
    ...packages.map((folder) => [join(folder, "package.json"), manifestOf(folder).version]),
    ...packages.map((folder) => [`package-lock.json of ${folder}`, lock[folder === "." ? "" : folder]?.version]),
  ];
  const tag = process.env.GITHUB_REF_TYPE === "tag" ? process.env.GITHUB_REF_NAME : undefined;
  if (tag !== undefined && tag !== `v${version}`) others.push([`the tag ${tag}`, tag]);
  return others
    .filter(([, found]) => found !== version)
    .map(([place, found]) => `${place}: the version is ${found}, that of package.json ${version}; run prepare.`);
}

function changelogProblems(version) {
  const sections = readFileSync("CHANGELOG.md", "utf8").split(/^## /m).slice(1);
  const section = sections.find((text) => text.startsWith(`${version} – `));
  if (section === undefined) return [`CHANGELOG.md: there is no heading "## ${version} – <date>"; run prepare.`];
  return /^- /m.test(section) ? [] : [`CHANGELOG.md: the section of ${version} is empty; add what changed.`];
}

function treeProblems() {
  const changed = execFileSync("git", ["status", "--porcelain"], { encoding: "utf8" }).trimEnd();
  return changed === "" ? [] : [`The working tree is not clean; commit or remove:\n${changed}`];
}

/** A tarball has to hold every file that the package names. */
function packProblems(folder) {
  const { name, exports, bin = {}, repository } = manifestOf(folder);
  const [{ files }] = JSON.parse(npm("pack", `./${folder}`, "--dry-run", "--ignore-scripts", "--json"));
  const packed = new Set(files.map(({ path }) => path));
  const named = [...Object.values(exports).flatMap(targetsOf), ...Object.values(bin), "LICENSE", "README.md"];
  const missing = named.map((path) => path.replace(/^\.\//, "")).filter((path) => !packed.has(path));
  return [
    ...(missing.length > 0 ? [`${name}: the tarball lacks ${missing.join(", ")}; run npm run build.`] : []),
    ...(repository === undefined ? [`${name}: package.json has no repository, which provenance names.`] : []),
  ];
}

function targetsOf(target) {
  return typeof target === "string" ? [target] : Object.values(target);
}

function manifestOf(folder) {
  const path = join(folder, "package.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : end(`${path} is missing.`);
}

function isVersion(text) {
  return /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(text ?? "");
}

function npm(...args) {
  return execFileSync("npm", args, { encoding: "utf8", shell: process.platform === "win32" });
}

function print(text) {
  process.stdout.write(`${text}\n`);
}

function end(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
