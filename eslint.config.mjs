import { existsSync } from 'node:fs';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const root = import.meta.dirname;
const spec = ['**/*.spec.ts', '**/*.spec.tsx', 'test/**/*.ts', 'libs/testing/**/*.ts'];
const typescript = ['**/*.ts', '**/*.tsx'];
// Code that must give the same answer on every machine and at every replay (ADR 0003).
const deterministic = ['workflows/src/**/*.ts', 'libs/domain/src/**/*.ts'];

const restrictedGlobals = [
  ['Intl', 'Its answers differ per machine. Use libs/domain/kalender, or answer in an activity.'],
  ['process', 'Pass the value in.'],
  ['performance', 'Pass the time in.'],
  ['crypto', 'Pass the value in; it is undefined in the workflow sandbox.'],
  ['fetch', 'I/O belongs in an activity.'],
  ['structuredClone', 'It is undefined in the workflow sandbox.'],
  ['WeakRef', 'It throws in the workflow sandbox.'],
  ['FinalizationRegistry', 'It throws in the workflow sandbox.'],
].map(([name, message]) => ({ name, message }));

const restrictedTimers = ['setTimeout', 'setInterval', 'setImmediate'].map((name) => ({
  name,
  message: 'The domain has no clock; the workflow waits with condition().',
}));

const localDateParts = 'FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds';
const restrictedSyntax = [
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'Pass the time in; new Date() reads a clock.'],
  ['NewExpression[callee.name="Date"][arguments.length>1]', 'This reads local time. Use Date.UTC().'],
  ['CallExpression[callee.name="Date"]', 'Date() reads a clock and local time.'],
  [
    `CallExpression[callee.property.name=/^(get|set)(${localDateParts})$/]`,
    'This follows the TZ of the process. Use the getUTC… family.',
  ],
  ['CallExpression[callee.property.name="getTimezoneOffset"]', 'This follows the TZ of the process.'],
  ['CallExpression[callee.property.name=/^toLocale/]', 'This follows the language and TZ of the process.'],
  ['CallExpression[callee.property.name="localeCompare"]', 'This follows the language of the process.'],
].map(([selector, message]) => ({ selector, message }));

// In a workflow Date.now() is the workflow's own time, the same at every replay: it is how time is passed to the domain.
const restrictedProperties = [
  { object: 'Math', property: 'random', message: 'Pass the value in, or use a seed.' },
];
const restrictedClock = [{ object: 'Date', property: 'now', message: 'Pass the time in.' }];

const nodeGlobals = Object.fromEntries(
  ['process', 'console', 'Buffer', 'URL', 'URLSearchParams', 'fetch', 'setTimeout', 'clearTimeout']
    .concat(['setInterval', 'clearInterval', 'setImmediate', 'AbortController', 'AbortSignal', 'performance'])
    .concat(['TextEncoder', 'TextDecoder', 'structuredClone'])
    .map((name) => [name, 'readonly']),
);

export default tseslint.config(
  {
    ignores: ['**/node_modules/', '**/dist/', '.build/', '.data/', 'coverage/', '**/generated/'],
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-constant-binary-expression': 'error',
      'no-debugger': 'error',
      'no-dupe-else-if': 'error',
      'no-empty': 'error',
      'no-fallthrough': 'error',
      'no-irregular-whitespace': 'error',
      'no-loss-of-precision': 'error',
      'no-self-compare': 'error',
      'no-unreachable': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-catch': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.check.json', './tsconfig.check.web.json'].filter((file) =>
          existsSync(`${root}/${file}`),
        ),
        tsconfigRootDir: root,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      // An empty text in a setting or a field often means absent: there || is what is meant.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/prefer-optional-chain': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A Nest module is a class without members.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // `() => socket.end()` is plain enough.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // What was caught as unknown may be thrown again.
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true, allowRethrowing: true }],
      // TypeORM saves and returns plain objects in the shape of an entity.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // An activity, a handler or a port is async because its caller is, also when it has nothing to await.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: deterministic,
    ignores: spec,
    rules: {
      'no-restricted-globals': ['error', ...restrictedGlobals],
      'no-restricted-properties': ['error', ...restrictedProperties],
      'no-restricted-syntax': ['error', ...restrictedSyntax],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'temporal-polyfill',
              message: 'It may pick a native calendar. Use libs/domain/kalender.',
            },
          ],
          patterns: [
            {
              group: [
                'zod',
                'zod/*',
                'dayjs',
                'dayjs/*',
                'lodash',
                'lodash/*',
                'lodash-es',
                'date-fns',
                'luxon',
              ],
              message: 'Not in deterministic code: it reads a clock, a language or a cache.',
            },
            { group: ['node:*'], message: 'I/O belongs in an activity.' },
          ],
        },
      ],
    },
  },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: spec,
    rules: {
      'no-restricted-globals': ['error', ...restrictedGlobals, ...restrictedTimers],
      'no-restricted-properties': ['error', ...restrictedProperties, ...restrictedClock],
    },
  },
  {
    files: ['apps/web/**/*.ts', 'apps/web/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      // React and react-hook-form take async event handlers.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: spec,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: { globals: { ...nodeGlobals, module: 'writable' } },
    rules: {
      'no-undef': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
);
