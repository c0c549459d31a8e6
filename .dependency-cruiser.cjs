/**
 * The import table of docs/adr/0002-workspaces-and-import-table.md, as rules.
 * Each rule has a probe in tools/checks/boundary-probes.mjs that shows that it fires; a rule without one fails
 * the check.
 */
const workspaces = {
  domain: 'libs/domain',
  contracts: 'libs/contracts',
  messages: 'libs/messages',
  database: 'libs/database',
  config: 'libs/config',
  crypto: 'libs/crypto',
  'temporal-codec': 'libs/temporal-codec',
  webhook: 'libs/webhook',
  testing: 'libs/testing',
  workflows: 'workflows',
  activities: 'activities',
  api: 'apps/api',
  worker: 'apps/worker',
  postvak: 'apps/postvak',
  codec: 'apps/codec',
  identiteit: 'apps/identiteit',
  web: 'apps/web',
  tools: 'tools',
};
const everyLib = [
  'domain',
  'contracts',
  'messages',
  'database',
  'config',
  'crypto',
  'temporal-codec',
  'webhook',
];

/**
 * Which workspaces a workspace may import. The worker puts all of them together, so it has no row; apps, tools,
 * libs/testing and spec files have rules of their own.
 */
const mayImport = {
  domain: [],
  contracts: ['domain'],
  messages: ['domain'],
  database: ['domain', 'crypto'],
  config: ['crypto'],
  crypto: [],
  'temporal-codec': ['crypto'],
  webhook: ['domain'],
  workflows: ['domain', 'messages', 'activities'],
  activities: ['domain', 'contracts', 'messages', 'database', 'crypto', 'webhook'],
  api: [...everyLib, 'workflows'],
  postvak: ['config'],
  codec: ['config', 'crypto', 'temporal-codec'],
  identiteit: ['config'],
  web: ['domain', 'contracts'],
};

/** The only packages from outside that these workspaces may import. */
const packages = {
  domain: [],
  contracts: ['zod'],
  messages: ['@temporalio/common', '@temporalio/workflow'],
  database: ['typeorm', 'pg', 'csv-parse'],
  config: ['zod'],
  crypto: ['node:crypto'],
  'temporal-codec': ['@temporalio/common', '@temporalio/proto', 'node:path'],
  webhook: [
    'ipaddr.js',
    'standardwebhooks',
    ...['crypto', 'dns', 'dns/promises', 'http', 'https', 'net'].map((name) => `node:${name}`),
  ],
  workflows: ['@temporalio/workflow'],
};
const outside = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];
const nodeAllowed = ['database', 'config'];

const spec = '\\.spec\\.tsx?$|/src/testing/|^test/|^libs/testing/|^tools/src/(test|jest)';
const anyWorkspace = `^(${Object.values(workspaces).join('|')})/`;
// Apps, tools and libs/testing have rules of their own, so that one mistake gets one message.
const library = `^(${[...everyLib, 'workflows', 'activities'].map((name) => workspaces[name]).join('|')})/`;
const source = (name) => `^${workspaces[name]}/src/`;
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const pathOf = (name) =>
  name.startsWith('node:') ? `^(node:)?${name.slice('node:'.length)}$` : `node_modules/${escaped(name)}/`;

const workspaceRules = Object.entries(mayImport).map(([name, allowed]) => ({
  name: `${name}-workspaces`,
  severity: 'error',
  comment: `${name} may import: ${allowed.join(', ') || 'itself only'} (ADR 0002).`,
  from: { path: source(name), pathNot: spec },
  to: {
    path: library,
    pathNot: [name, ...allowed].map((one) => `^${workspaces[one]}/`),
  },
}));

const packageRules = Object.entries(packages).map(([name, allowed]) => ({
  name: `${name}-packages`,
  severity: 'error',
  comment: `${name} may import from outside: ${allowed.join(', ') || 'nothing'} (ADR 0002).`,
  from: { path: source(name), pathNot: spec },
  to: {
    dependencyTypes: outside.concat(nodeAllowed.includes(name) ? [] : ['core']),
    pathNot: allowed.map(pathOf),
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...workspaceRules,
    ...packageRules,
    {
      name: 'workflows-activities-type-only',
      severity: 'error',
      comment: 'A workflow knows the shape of an activity, never its code: it would end up in the bundle.',
      from: { path: source('workflows'), pathNot: spec },
      to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'api-workflows-type-only',
      severity: 'error',
      comment: 'The API sends messages to workflows; it never runs their code.',
      from: { path: source('api'), pathNot: spec },
      to: { path: '^workflows/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'activities-no-framework',
      severity: 'error',
      comment: 'Activities are plain factories over what they are given; the worker composes them.',
      from: { path: source('activities'), pathNot: spec },
      to: { path: 'node_modules/(@nestjs|express|@temporalio/(client|worker|workflow))/' },
    },
    {
      name: 'web-no-server',
      severity: 'error',
      comment: 'This code runs in a browser.',
      from: { path: source('web'), pathNot: spec },
      to: {
        path: 'node_modules/(@nestjs|@temporalio|express|typeorm|pg)/|^(node:)?(fs|path|os|crypto|process|child_process|http|https|net|url|util|stream|buffer|events)(/|$)',
      },
    },
    {
      name: 'no-import-of-apps',
      severity: 'error',
      comment: 'Apps are the outside: nothing imports them, not another app, not a test, not a tool.',
      from: { pathNot: '^apps/' },
      to: { path: '^apps/' },
    },
    {
      name: 'no-import-between-apps',
      severity: 'error',
      comment: 'Apps meet over HTTP, Temporal or PostgreSQL.',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'no-import-of-tools',
      severity: 'error',
      comment: 'Tools serve the people who build; the product does without.',
      from: { path: '^(libs|workflows|activities|apps)/' },
      to: { path: '^tools/' },
    },
    {
      name: 'testing-in-specs-only',
      severity: 'error',
      comment: 'Factories and test environment are no part of the product.',
      from: { path: anyWorkspace, pathNot: [spec, '^libs/testing/'] },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'testing-imports-libs-only',
      severity: 'error',
      comment: 'The factories serve every level of test, so they know the libs alone.',
      from: { path: '^libs/testing/' },
      to: { path: library, pathNot: '^libs/' },
    },
    {
      name: 'no-spec-in-source',
      severity: 'error',
      comment: 'What two tests share belongs in libs/testing.',
      from: { pathNot: '^test/' },
      to: { path: '\\.spec\\.tsx?$' },
    },
    {
      name: 'no-import-of-build-output',
      severity: 'error',
      comment: 'Import a workspace by its name, not its dist folder.',
      from: { path: '^(libs|workflows|activities|apps/[^/]+|tools)/src/' },
      to: { path: '(^|/)(libs/[^/]+|workflows|activities|apps/[^/]+|tools)/dist/' },
    },
    {
      name: 'no-relative-import-across-workspaces',
      severity: 'error',
      comment: 'Import another workspace by its package name: the build follows package exports.',
      from: { path: '^(libs/[^/]+|workflows|activities|apps/[^/]+|tools)/' },
      to: {
        path: anyWorkspace,
        pathNot: '^$1/',
        dependencyTypes: ['local', 'localmodule'],
        dependencyTypesNot: ['aliased', 'aliased-workspace', 'npm', 'undetermined'],
      },
    },
    {
      name: 'no-dev-dependencies-in-source',
      severity: 'error',
      comment: 'The image of production has no devDependencies.',
      from: { path: '^(libs|workflows|activities|apps)/.*src/', pathNot: spec },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['npm', 'type-only'],
      },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      comment:
        'Write the package in the package.json of this app. (For the rest: their lists above, and knip.)',
      from: { path: '^apps/[^/]+/src/', pathNot: spec },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      comment: 'An import that leads nowhere escapes every other rule.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment:
        'Two files that need each other are one file, or hide a third. Entities alone may: a relation has two sides, ' +
        'and TypeORM resolves them after loading.',
      from: {},
      to: { circular: true, via: { pathNot: '^libs/database/src/.*\\.entity\\.ts$' } },
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)(node_modules|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.check.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.cjs', '.js', '.json'],
    },
    skipAnalysisNotInRules: true,
  },
};
