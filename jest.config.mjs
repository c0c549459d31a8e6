// Native-ESM packages that Jest must transform; the rest of node_modules is CommonJS.
const esm = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@borewit',
  '@tokenizer',
  'nodemailer',
  'openid-client',
  'oauth4webapi',
  'jose',
  'postal-mime',
  'openid-client',
  'oauth4webapi',
  'jose',
];

const swc = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', tsx: false, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'require', 'default'] },
  transform: { '^.+\\.(t|j|mj)s$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})/)`],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['/dist/', '/\\.data/', '/\\.build/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

const services = '<rootDir>/tools/src/jest-services.ts';

/** One project per level of test; `--selectProjects` picks one. */
export default {
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,activities,apps,tools,workflows}/**/*.spec.ts'],
      testPathIgnorePatterns: [
        ...base.testPathIgnorePatterns,
        '\\.(integration|workflow|replay)\\.spec\\.ts$',
        'replay\\.spec\\.ts$',
      ],
    },
    {
      ...base,
      displayName: 'integration',
      testMatch: ['<rootDir>/**/*.integration.spec.ts'],
      globalSetup: services,
    },
    {
      ...base,
      displayName: 'workflow',
      testMatch: ['<rootDir>/workflows/**/*.workflow.spec.ts'],
      globalSetup: services,
    },
    { ...base, displayName: 'replay', testMatch: ['<rootDir>/workflows/**/replay.spec.ts'] },
    { ...base, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.e2e.spec.ts'] },
  ],
};
