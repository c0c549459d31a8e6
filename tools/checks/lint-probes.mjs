// Shows that the lint rules that keep workflows and domain the same on every machine fire, and where they do not.
import { runTool } from './command.mjs';
import { finish } from './lib.mjs';
import { withOverlay } from './overlay.mjs';

const workflow = 'workflows/src/proef.ts';
const domain = 'libs/domain/src/proef.ts';
const globals = 'no-restricted-globals';
const syntax = 'no-restricted-syntax';

/** Each line stands in a file of its own; `rule` undefined means that it must pass. */
const probes = [
  [domain, globals, 'export const x = new Intl.NumberFormat();'],
  [workflow, globals, 'export const x = new Intl.DateTimeFormat();'],
  [domain, globals, 'export const x = process.env;'],
  [workflow, globals, 'export const x = process.pid;'],
  [domain, globals, 'setTimeout(() => undefined, 1);'],
  [workflow, globals, 'export const x = structuredClone({});'],
  [domain, 'no-restricted-properties', 'export const x = Date.now();'],
  [workflow, undefined, 'export const x = Date.now();'],
  [workflow, syntax, 'export const x = new Date();'],
  [domain, 'no-restricted-properties', 'export const x = Math.random();'],
  [workflow, 'no-restricted-properties', 'export const x = Math.random();'],
  [domain, syntax, 'export const x = new Date();'],
  [domain, syntax, 'export const x = new Date(2027, 1, 1);'],
  [workflow, syntax, 'export const x = (d: Date) => d.getHours();'],
  [domain, syntax, 'export const x = (d: Date) => d.toLocaleDateString();'],
  [domain, syntax, 'export const x = (d: Date) => d.getTimezoneOffset();'],
  [domain, syntax, "export const x = 'a'.localeCompare('b');"],
  [workflow, 'no-restricted-imports', "import { z } from 'zod';\nexport const x = z;"],
  [workflow, 'no-restricted-imports', "import dayjs from 'dayjs';\nexport const x: unknown = dayjs;"],
  [workflow, 'no-restricted-imports', "import { map } from 'lodash';\nexport const x: unknown = map;"],
  [domain, '@typescript-eslint/no-explicit-any', `export const x = (y: ${'any'}) => [y] as unknown[];`],
  [domain, '@typescript-eslint/no-floating-promises', 'Promise.resolve(1);'],
  [
    domain,
    '@typescript-eslint/consistent-type-imports',
    "import { Vorm } from './index.js';\nexport type X = Vorm;",
  ],
  [
    'apps/api/src/proef.ts',
    null,
    '/* eslint-disable no-var -- nothing to switch off here */\nexport const x = 1;',
  ],
  [
    'apps/web/src/proef.tsx',
    'react-hooks/rules-of-hooks',
    "import { useState } from 'react';\nexport function Proef({ aan }: { aan: boolean }) {\n  if (aan) useState(1);\n  return null;\n}",
  ],
  [domain, undefined, 'export const x = new Date(Date.UTC(2027, 1, 1)).getUTCDay();'],
  ['libs/domain/src/proef.spec.ts', undefined, 'export const x = new Date().getHours() + Math.random();'],
  [
    'apps/api/src/proef.module.ts',
    undefined,
    "import { Module } from '@nestjs/common';\n\n@Module({})\nexport class ProefModule {}",
  ],
  [
    'apps/api/src/proef.service.ts',
    undefined,
    "import { Injectable } from '@nestjs/common';\nimport { Klok } from './klok.js';\n\n@Injectable()\nexport class ProefService {\n  constructor(private readonly klok: Klok) {}\n\n  nu(): number {\n    return this.klok.nu() + Date.now();\n  }\n}",
  ],
];

const files = {
  'apps/api/src/klok.ts': 'export class Klok {\n  nu(): number {\n    return 1;\n  }\n}\n',
};
const byFile = new Map();
probes.forEach(([path, rule, code], index) => {
  const file = path.replace('proef', `proef-${index}`);
  files[file] = `${code}\n`;
  byFile.set(file, { rule, code });
});

const { stdout, output } = await withOverlay(files, (tree) =>
  Promise.resolve(runTool('eslint', ['.', '--format', 'json'], { cwd: tree })),
);
const faults = [];
try {
  const results = JSON.parse(stdout);
  for (const [file, { rule, code }] of byFile) {
    const found = results.find(({ filePath }) => filePath.endsWith(`/${file}`));
    const fired = [...new Set((found?.messages ?? []).map(({ ruleId }) => ruleId))];
    if (found === undefined) faults.push(`${file} is niet gelezen door eslint.`);
    else if (rule === undefined ? fired.length > 0 : !fired.includes(rule)) {
      const got = found.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`).join('; ');
      faults.push(
        `«${code.split('\n')[0]}» in ${file}: verwacht ${rule ?? 'niets'}, kreeg ${got || 'niets'}.`,
      );
    }
  }
} catch {
  faults.push(`eslint gaf geen uitkomst: ${output.slice(0, 2000)}`);
}
finish(faults, `${probes.length} proeven`);
