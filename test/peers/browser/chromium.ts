import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser } from "playwright-core";

/** Prints where the package has unpacked its program to. */
const unpack = 'import chromium from "@sparticuz/chromium"; console.log(await chromium.executablePath());';

/**
 * Starts the Chromium of an npm package, unpacked into a folder. The package brings the libraries that the program needs
 * beyond those of Node, and unpacks them where it believes to run on the platform that it was made for.
 */
export function startChromium(folder: string): Promise<Browser> {
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", unpack], {
    cwd: fileURLToPath(new URL(".", import.meta.url)),
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(`Chromium cannot be unpacked: ${stderr}`);
  const fonts = join(folder, "fonts");
  // The file of the package names folders of that platform alone. Without any font Chromium crashes at the first text.
  writeFileSync(join(fonts, "fonts.conf"), fontConfiguration(fonts));
  return chromium.launch({
    executablePath: stdout.trim(),
    // The sandbox needs rights that containers and the root user do not have.
    args: ["--no-sandbox"],
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, "al2023/lib"), FONTCONFIG_PATH: fonts },
  });
}

/**
 * Undefined, with a word on the standard error, where the browser cannot start, such as on a machine that is not Linux
 * on x64. `skipped` says which tests it is for.
 */
export async function chromiumOrSkip(folder: string, skipped: string): Promise<Browser | undefined> {
  try {
    return await startChromium(folder);
  } catch (error) {
    process.stderr.write(`Skipped: ${skipped}. Chromium cannot start: ${String(error)}\n`);
    return undefined;
  }
}

function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/cache</cachedir>
<alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias></fontconfig>
`;
}
