// What must be refused, with the rule that refuses it, and what must be allowed.
const value = (name) => `import { waarde } from '@maatwerktraject/${name}';\nexport const proef = waarde;\n`;
const type = (name) =>
  `import type { Vorm } from '@maatwerktraject/${name}';\nexport const proef: Vorm = { waarde: 1 };\n`;
const bare = (name) => `import '${name}';\nexport const proef = 1;\n`;
const breaks = (rule, file, code, also) => ({ rule, file: `${file}/src/PROEF.ts`, code, also });

const passes = (folder, ...codes) => codes.map((code) => ({ file: `${folder}/src/PROEF.ts`, code }));

/** The table of ADR 0002, written down a second time: what is not here must be refused. */
const table = [
  { name: 'domain', folder: 'libs/domain', workspaces: '', packages: '' },
  { name: 'contracts', folder: 'libs/contracts', workspaces: 'domain', packages: 'zod' },
  {
    name: 'messages',
    folder: 'libs/messages',
    workspaces: 'domain',
    packages: '@temporalio/common @temporalio/workflow',
  },
  {
    name: 'database',
    folder: 'libs/database',
    workspaces: 'domain crypto',
    packages: 'typeorm pg csv-parse node:fs',
  },
  { name: 'config', folder: 'libs/config', workspaces: 'crypto', packages: 'zod node:fs' },
  { name: 'crypto', folder: 'libs/crypto', workspaces: '', packages: '' },
  {
    name: 'temporal-codec',
    folder: 'libs/temporal-codec',
    workspaces: 'crypto',
    packages: '@temporalio/common',
  },
  { name: 'webhook', folder: 'libs/webhook', workspaces: 'domain', packages: '' },
  { name: 'workflows', folder: 'workflows', workspaces: 'domain messages', packages: '@temporalio/workflow' },
  {
    name: 'activities',
    folder: 'activities',
    workspaces: 'domain contracts messages database crypto webhook',
  },
  {
    name: 'api',
    folder: 'apps/api',
    workspaces: 'domain contracts messages database config crypto temporal-codec webhook',
  },
  { name: 'postvak', folder: 'apps/postvak', workspaces: 'config' },
  { name: 'codec', folder: 'apps/codec', workspaces: 'config crypto temporal-codec' },
  { name: 'identiteit', folder: 'apps/identiteit', workspaces: 'config' },
  { name: 'web', folder: 'apps/web', workspaces: 'domain contracts' },
];
const shared = [
  'domain',
  'contracts',
  'messages',
  'database',
  'config',
  'crypto',
  'temporal-codec',
  'webhook',
  'workflows',
  'activities',
];
const packages = [
  'zod',
  'typeorm',
  'pg',
  '@temporalio/common',
  '@temporalio/workflow',
  '@temporalio/client',
].concat(['@nestjs/common', 'express', 'nodemailer', 'node:fs']);
/** For tests only (devDependencies): a second rule refuses them in source as well, so they cannot probe just one. */
const testOnly = ['workflows @temporalio/common', 'workflows @temporalio/client'];
/** Allowed as `import type`; a value import gets a rule of its own. */
const typeOnly = ['workflows activities', 'api workflows'];

const cells = table.flatMap(({ name, folder, workspaces, packages: listed }) => [
  ...shared
    .filter((other) => other !== name && !typeOnly.includes(`${name} ${other}`))
    .map((other) => ({
      allowed: workspaces.split(' ').includes(other),
      rule: `${name}-workspaces`,
      folder,
      code: value(other),
    })),
  ...(listed === undefined ? [] : packages)
    .filter((other) => !testOnly.includes(`${name} ${other}`))
    .map((other) => ({
      allowed: listed.split(' ').includes(other),
      rule: `${name}-packages`,
      folder,
      code: bare(other),
    })),
]);

export const ruleBreakers = [
  ...cells.filter(({ allowed }) => !allowed).map(({ rule, folder, code }) => breaks(rule, folder, code)),
  breaks('domain-workspaces', 'libs/domain', type('messages')),
  breaks('workflows-workspaces', 'workflows', type('contracts')),
  breaks('activities-workspaces', 'activities', type('workflows')),
  breaks('web-workspaces', 'apps/web', type('workflows')),
  breaks('workflows-activities-type-only', 'workflows', value('activities')),
  breaks('api-workflows-type-only', 'apps/api', value('workflows')),
  breaks('activities-no-framework', 'activities', bare('@nestjs/common')),
  breaks('web-no-server', 'apps/web', bare('node:fs')),
  breaks('no-import-of-apps', 'libs/domain', value('api')),
  breaks('no-import-of-apps', 'tools', type('worker')),
  { rule: 'no-import-of-apps', file: 'test/PROEF.e2e.spec.ts', code: value('web') },
  breaks('no-import-between-apps', 'apps/worker', value('api')),
  breaks('no-import-between-apps', 'apps/web', type('api')),
  breaks('no-import-of-tools', 'activities', value('tools')),
  breaks('testing-in-specs-only', 'libs/domain', value('testing')),
  breaks('testing-in-specs-only', 'apps/api', type('testing')),
  breaks('testing-imports-libs-only', 'libs/testing', value('activities')),
  breaks(
    'no-spec-in-source',
    'libs/domain',
    "import { proef } from './PROEF.spec.js';\nexport const x = proef;\n",
    {
      'libs/domain/src/PROEF.spec.ts': 'export const proef = 1;\n',
    },
  ),
  breaks(
    'no-import-of-build-output',
    'apps/api',
    "import { waarde } from '../dist/index.js';\nexport const x = waarde;\n",
  ),
  breaks(
    'no-relative-import-across-workspaces',
    'apps/api',
    "import { waarde } from '../../../libs/domain/src/index.js';\nexport const x = waarde;\n",
  ),
  breaks('no-dev-dependencies-in-source', 'apps/web', bare('vite')),
  breaks('no-undeclared-packages', 'apps/worker', bare('fast-check')),
  breaks('no-unresolved', 'libs/domain', "import { x } from './bestaat-niet.js';\nexport const y = x;\n"),
  breaks('no-unresolved', 'apps/api', bare('@maatwerktraject/bestaat-niet')),
  breaks('no-circular', 'libs/domain', "import { b } from './PROEF-b.js';\nexport const a = () => b;\n", {
    'libs/domain/src/PROEF-b.ts': "import { a } from './PROEF.js';\nexport const b = () => a;\n",
  }),
  {
    rule: 'no-circular',
    file: 'libs/database/src/PROEF.entity.ts',
    code: "import { b } from './PROEF.repository.js';\nexport const a = () => b;\n",
    also: {
      'libs/database/src/PROEF.repository.ts':
        "import { a } from './PROEF.entity.js';\nexport const b = () => a;\n",
    },
  },
];

export const allowedImports = [
  ...cells.filter(({ allowed }) => allowed).flatMap(({ folder, code }) => passes(folder, code)),
  ...passes('libs/domain', "import './index.js';\nexport const proef = 1;\n"),
  ...passes('libs/crypto', bare('node:crypto')),
  ...passes('libs/temporal-codec', bare('@temporalio/proto'), bare('node:path')),
  ...passes('libs/webhook', ...['ipaddr.js', 'standardwebhooks', 'node:https'].map(bare)),
  ...passes('workflows', type('activities')),
  ...passes('activities', bare('nodemailer'), bare('@temporalio/activity')),
  ...passes('apps/api', type('workflows'), bare('@nestjs/common'), bare('node:fs')),
  ...passes('apps/worker', ...shared.map(value), bare('@temporalio/worker')),
  ...passes('apps/postvak', bare('node:http')),
  ...passes('apps/identiteit', bare('oidc-provider')),
  ...passes('apps/web', bare('react')),
  ...passes('tools', ...['domain', 'contracts', 'messages', 'database', 'config', 'activities'].map(value)),
  ...passes('libs/testing', value('domain'), value('contracts'), value('database')),
  { file: 'libs/domain/src/PROEF.spec.ts', code: value('testing') + "import 'fast-check';\n" },
  { file: 'test/PROEF.e2e.spec.ts', code: value('testing') },
  {
    file: 'libs/database/src/een.entity.ts',
    code: "import { b } from './twee.entity.js';\nexport const a = () => b;\n",
  },
  {
    file: 'libs/database/src/twee.entity.ts',
    code: "import { a } from './een.entity.js';\nexport const b = () => a;\n",
  },
];
