// Unpacks the Chromium that came from npm into `unpacked`, with a starter that knows where its libraries are.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";

const source = "node_modules/@sparticuz/chromium/bin/";
const target = "unpacked/";
mkdirSync(target, { recursive: true });

writeFileSync(target + "chrome", brotliDecompressSync(readFileSync(source + "chromium.br")));
for (const archive of ["al2023.tar.br", "swiftshader.tar.br", "fonts.tar.br"]) {
  const tar = spawnSync("tar", ["-xf", "-", "-C", target], { input: brotliDecompressSync(readFileSync(source + archive)) });
  if (tar.status !== 0) throw new Error(`${archive}: ${tar.stderr}`);
}
writeFileSync(
  target + "chromium",
  `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
exec "$here/chrome" "$@"
`,
);
for (const program of ["chrome", "chromium"]) chmodSync(target + program, 0o755);
