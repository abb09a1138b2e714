// Compares the protos with those of the last release: whoever was built against them must still understand.
import { execFileSync, spawnSync } from 'node:child_process';
import console from 'node:console';
import { createRequire } from 'node:module';
import { relative, resolve } from 'node:path';
import process from 'node:process';

const git = (...args) => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

function lastRelease() {
  try {
    return git('describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*');
  } catch {
    return undefined;
  }
}

const release = lastRelease();
if (release === undefined) {
  console.log('No release yet (a tag such as v1.0.0 makes one), so nothing can break.');
} else {
  const repository = resolve(git('rev-parse', '--git-common-dir'));
  const folder = relative(git('rev-parse', '--show-toplevel'), process.cwd()).replaceAll('\\', '/');
  const buf = createRequire(import.meta.url).resolve('@bufbuild/buf/bin/buf');
  const before = `${repository}#tag=${release},subdir=${folder}`;
  const { status } = spawnSync(process.execPath, [buf, 'breaking', '--against', before], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
