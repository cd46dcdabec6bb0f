import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A forbidden import, where it is planted, and the rule that must refuse it. */
const plants = [
  { rule: 'pure-libs-stay-pure', file: 'libs/bursts/src/planted.ts', line: "import '@nestjs/common';" },
  {
    rule: 'pure-libs-stay-pure',
    file: 'libs/claims/src/planted.ts',
    line: "import '../../database/src/index.js';",
  },
  { rule: 'pure-libs-do-no-io', file: 'libs/language/src/planted.ts', line: "import 'node:fs';" },
  {
    rule: 'services-do-not-know-services',
    file: 'services/detector/src/planted.ts',
    line: "import '../../archiver/src/index.js';",
  },
  {
    rule: 'libs-do-not-know-services',
    file: 'libs/platform/src/planted.ts',
    line: "import '../../../services/collector/src/index.js';",
  },
  {
    rule: 'only-the-composition-root-knows-adapters',
    file: 'services/archiver/src/planted.ts',
    line: "import '../../../libs/archive/src/postgres/index.js';",
  },
  {
    rule: 'only-the-composition-root-knows-adapters',
    file: 'services/kentongan/src/planted.ts',
    line: "import '../../../libs/messaging/src/postgres/index.js';",
  },
  {
    rule: 'libs-do-not-know-the-composition-root',
    file: 'libs/database/src/planted.ts',
    line: "import '../../boot/src/index.js';",
  },
  {
    rule: 'a-service-meets-the-composition-root-in-its-main',
    file: 'services/notifier/src/planted.ts',
    line: "import '../../../libs/boot/src/index.js';",
  },
  {
    rule: 'testing-stays-in-tests',
    file: 'services/collector/src/planted.ts',
    line: "import '../../../libs/testing/src/index.js';",
  },
  { rule: 'no-cycles', file: 'libs/contracts/src/planted.ts', line: "import './planted-back.js';" },
];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

interface Cruise {
  readonly violations: readonly Violation[];
  readonly ruleSetUsed: {
    readonly forbidden: readonly { readonly name: string; readonly comment: string }[];
  };
}

describe('the gates are alive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-boundaries-'));

  beforeAll(() => {
    for (const file of [
      '.dependency-cruiser.cjs',
      'tsconfig.depcruise.json',
      'tsconfig.base.json',
      'biome.json',
    ])
      cpSync(join(root, file), join(folder, file));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const workspace of workspaces()) {
      cpSync(join(root, workspace, 'package.json'), join(folder, workspace, 'package.json'));
      write(join(folder, workspace, 'src/index.ts'), 'export {};\n');
    }
    for (const adapter of ['libs/archive/src/postgres', 'libs/messaging/src/postgres'])
      write(join(folder, adapter, 'index.ts'), 'export {};\n');
    for (const plant of plants) write(join(folder, plant.file), `${plant.line}\n`);
    write(join(folder, 'libs/contracts/src/planted-back.ts'), "import './planted.js';\n");
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('each planted import is refused by its rule, and the rule gives its reason', () => {
    const { violations, ruleSetUsed } = cruise(folder);
    for (const { file, rule } of plants) {
      const found = violations.find(
        (each) => each.from.startsWith(file.slice(0, -'.ts'.length)) && each.rule.name === rule,
      );
      expect({ file, rule, refused: Boolean(found) }).toEqual({ file, rule, refused: true });
    }
    for (const rule of ruleSetUsed.forbidden) expect(rule.comment.length).toBeGreaterThan(40);
  });

  it('lint refuses raw fetch, a floating promise and any', () => {
    write(
      join(folder, 'services/collector/src/planted-lint.ts'),
      'export async function load(): Promise<void> {}\nexport const raw = () => fetch("http://x");\nexport function forget(): void {\n  load();\n}\nexport let loose: any;\n',
    );
    const run = runTool(
      ['@biomejs/biome/bin/biome', 'lint', '--vcs-enabled=false', 'services/collector/src/planted-lint.ts'],
      folder,
    );
    expect(run.status).not.toBe(0);
    for (const rule of ['noRestrictedGlobals', 'noFloatingPromises', 'noExplicitAny'])
      expect(run.output).toContain(rule);
  });
});

function workspaces(): string[] {
  const inGroup = (group: string) => readdirSync(join(root, group)).map((name) => join(group, name));
  return [...inGroup('libs'), ...inGroup('services'), 'tests'];
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function cruise(folder: string): Cruise {
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'libs', 'services'];
  const run = runTool(['dependency-cruiser/bin/dependency-cruise.mjs', ...args], folder);
  return (JSON.parse(run.output) as { summary: Cruise }).summary;
}

function runTool([tool = '', ...args]: string[], folder: string): { status: number | null; output: string } {
  const run = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  return { status: run.status, output: run.stdout + run.stderr };
}
