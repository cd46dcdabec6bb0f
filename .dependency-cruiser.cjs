// The boundaries of the design, each with its reason. What kind a workspace is stands in its package.json
// as an Nx tag (`type:pure`, `type:port`, …); the rules below are made from those tags.
const { readdirSync, readFileSync } = require('node:fs');

const workspaces = ['libs', 'services']
  .flatMap((group) => readdirSync(`${__dirname}/${group}`).map((name) => `${group}/${name}`))
  .concat('tests')
  .map((path) => ({
    path,
    type: JSON.parse(readFileSync(`${__dirname}/${path}/package.json`, 'utf8')).nx.tags[0].slice(5),
  }));
const ofType = (...types) =>
  `^(${workspaces
    .filter((w) => types.includes(w.type))
    .map((w) => w.path)
    .join('|')})/`;
const spec = '\\.(spec|contract|bench)\\.tsx?$';

module.exports = {
  forbidden: [
    {
      name: 'pure-libs-stay-pure',
      comment:
        'Rules live in pure libs so that they can be tested in milliseconds and run anywhere: no Nest, no driver, no service, no impure lib.',
      severity: 'error',
      from: { path: ofType('pure'), pathNot: spec },
      to: {
        path: '^(libs|services|tests)/|node_modules/(@nestjs|pg|typeorm|undici)/',
        pathNot: ofType('pure'),
      },
    },
    {
      name: 'pure-libs-do-no-io',
      comment:
        'A pure lib that reads files, the network or the clock gives another answer tomorrow; callers hand it bytes and times.',
      severity: 'error',
      from: { path: ofType('pure'), pathNot: spec },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'services-do-not-know-services',
      comment:
        'Services meet through libs/contracts only, so that each can run as its own process; kentongan alone composes them.',
      severity: 'error',
      from: { path: '^services/([^/]+)/', pathNot: '^services/kentongan/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'libs-do-not-know-services',
      comment: 'A lib that imports a service turns the direction of the design around.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(services|tests)/' },
    },
    {
      name: 'only-the-composition-root-knows-adapters',
      comment:
        'A service that imports an adapter cannot move to Kafka or Elasticsearch without being changed.',
      severity: 'error',
      from: {
        path: '^(libs|services)/',
        pathNot: ['^libs/boot/', '^libs/(messaging|archive)/', spec],
      },
      to: { path: '^libs/(messaging|archive)/src/(postgres|kafka|elasticsearch)/' },
    },
    {
      name: 'libs-do-not-know-the-composition-root',
      comment:
        'The composition root opens what the other libs define: a lib that asks it back closes a circle.',
      severity: 'error',
      from: { path: '^libs/', pathNot: '^libs/boot/' },
      to: { path: ofType('boot') },
    },
    {
      name: 'a-service-meets-the-composition-root-in-its-main',
      comment:
        'A module that opens its own parts cannot be put into one process with others: only a main starts a process.',
      severity: 'error',
      from: { path: '^services/', pathNot: ['/src/main\\.ts$', '^services/kentongan/'] },
      to: { path: ofType('boot') },
    },
    {
      name: 'testing-stays-in-tests',
      comment: 'What ships must not depend on the test harness.',
      severity: 'error',
      from: { path: '^(libs|services)/', pathNot: [spec, '^libs/testing/', '/testing/'] },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'the-web-app-knows-the-contracts-only',
      comment:
        'What runs in a browser must not pull in server code; shapes come from the generated client and the contracts.',
      severity: 'error',
      from: { path: '^services/web/', pathNot: spec },
      to: { path: '^(libs|services|tests)/', pathNot: ['^services/web/', '^libs/contracts/'] },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle cannot be understood or loaded one file at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'dist'] },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.depcruise.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
