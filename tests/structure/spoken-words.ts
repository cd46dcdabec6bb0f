import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** One piece of text that a program can show, send or write. */
export interface SpokenWords {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

const skippedFolders = new Set(['node_modules', 'dist', 'testing']);

/** Every file below a folder whose name fits, tests left out. */
export function filesBelow(root: string, folder: string, name: RegExp): string[] {
  return readdirSync(join(root, folder)).flatMap((entry) => {
    const path = join(folder, entry);
    if (statSync(join(root, path)).isDirectory())
      return skippedFolders.has(entry) ? [] : filesBelow(root, path, name);
    return name.test(entry) && !/\.(spec|contract|bench)\.tsx?$/.test(entry) ? [path] : [];
  });
}

/** The strings, templates and texts between tags of a source: what is left when code, comments and patterns are gone. */
export function wordsOfSource(path: string, source: string): SpokenWords[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kindOf(path));
  const words: SpokenWords[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node) ||
      ts.isJsxText(node)
    )
      words.push({
        path,
        line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1,
        text: node.text,
      });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return words;
}

export function wordsOfFile(root: string, path: string): SpokenWords[] {
  const source = readFileSync(join(root, path), 'utf8');
  if (/\.tsx?$/.test(path)) return wordsOfSource(path, source);
  return source.split('\n').map((text, at) => ({ path, line: at + 1, text }));
}

function kindOf(path: string): ts.ScriptKind {
  return path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
}
