// Files over 400 lines and functions over 70 lines are refused: past that, nobody reads them whole.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const fileLinesMax = 400;
const functionLinesMax = 70;
const problems = [];

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (['dist', 'node_modules'].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.(ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts')) yield path;
  }
}

/** A test suite's describe callback is a list of tests, not a function to be read as one. */
function isSuite(node) {
  return ts.isCallExpression(node.parent) && /^(describe|suite)/.test(node.parent.expression.getText());
}

function checkFunctions(file, path) {
  const lineOf = (position) => file.getLineAndCharacterOfPosition(position).line;
  const isContract = /\.(contract|spec)\.ts$/.test(path);
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body && !isSuite(node)) {
      const lines = lineOf(node.body.end) - lineOf(node.body.pos) + 1;
      const holdsSuite = isContract && /\bdescribe\(/.test(node.body.getText());
      if (lines > functionLinesMax && !holdsSuite)
        problems.push(
          `${path}:${lineOf(node.pos) + 1} function of ${lines} lines (at most ${functionLinesMax})`,
        );
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}

for (const folder of ['libs', 'services', 'tests', 'scripts']) {
  for (const path of sources(join(root, folder))) {
    const text = readFileSync(path, 'utf8');
    const lines = text.split('\n').length - 1;
    const shown = path.slice(root.length);
    if (lines > fileLinesMax) problems.push(`${shown} has ${lines} lines (at most ${fileLinesMax})`);
    checkFunctions(ts.createSourceFile(shown, text, ts.ScriptTarget.Latest, true), shown);
  }
}
for (const problem of problems) console.error(problem);
process.exit(problems.length ? 1 : 0);
