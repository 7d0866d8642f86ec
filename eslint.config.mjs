import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import jest from 'eslint-plugin-jest';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const specs = ['**/*.spec.ts', '**/*.e2e-spec.ts'];
const shownToPeople = ['tools/**'];

const noForwardRef = {
  name: '@nestjs/common',
  importNames: ['forwardRef'],
  message: 'Two providers that need each other lack a third: see the picture of the modules.',
};

/** Applies to every file, JavaScript too. */
const everywhere = {
  'max-lines': ['error', 300],
  complexity: ['error', 10],
  eqeqeq: 'error',
  'no-console': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
};

const typeScript = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/consistent-type-exports': 'error',
  '@typescript-eslint/consistent-type-assertions': [
    'error',
    { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
  ],
  // A switch without default names every case; a default is the author's word for "all the others".
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/prefer-includes': 'error',
  '@typescript-eslint/prefer-optional-chain': 'error',
  '@typescript-eslint/prefer-string-starts-ends-with': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  // A SCIM resource is a JSON object whose attributes come and go by name.
  '@typescript-eslint/no-dynamic-delete': 'off',
  // A Nest module is a class without a body: its decorator is what it has to say.
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  // Class types are shapes here: a DTO is built as a plain object, and an EntityManager is one of its SQL flavour.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  '@typescript-eslint/no-misused-spread': 'off',
  '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  'no-restricted-imports': ['error', { paths: [noForwardRef] }],
};

/** What a file knows before it runs is written in capitals; what it works out is not. */
const constantsInCapitals = {
  'no-restricted-syntax': [
    'error',
    {
      selector:
        ':matches(Program, ExportNamedDeclaration) > VariableDeclaration[kind="const"] > VariableDeclarator[id.name=/[a-z]/] > Literal.init',
      message: 'A constant of a file is written in capitals: MAX_ROWS.',
    },
  ],
};

const pureGlobals = ['process', 'Buffer', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'global', 'require'];

/** The protocol kit runs anywhere, and twice with the same result. dependency-cruiser says so for its files, too. */
const kit = {
  'no-restricted-imports': [
    'error',
    { patterns: [{ regex: '^(?!\\.{1,2}/)', message: 'The protocol kit imports no package.' }] },
  ],
  'no-restricted-globals': [
    'error',
    ...pureGlobals.map((name) => ({ name, message: 'The protocol kit does no I/O.' })),
  ],
};

const settings = {
  'no-restricted-properties': [
    'error',
    { object: 'process', property: 'env', message: 'Settings are read once at the start, into Environment.' },
  ],
};

const modules = {
  'no-restricted-imports': [
    'error',
    {
      paths: [
        noForwardRef,
        {
          name: '@nestjs/common',
          importNames: ['Global'],
          message: 'A module says what it imports: only the platform is everywhere.',
        },
      ],
    },
  ],
};

const jestRules = {
  'jest/consistent-test-it': ['error', { fn: 'it' }],
  'jest/expect-expect': ['error', { assertFunctionNames: ['expect*', '**.expect', 'fc.assert'] }],
  'jest/no-commented-out-tests': 'error',
  'jest/no-disabled-tests': 'error',
  'jest/no-duplicate-hooks': 'error',
  'jest/no-test-return-statement': 'error',
  'jest/no-restricted-jest-methods': [
    'error',
    Object.fromEntries(
      ['mock', 'unmock', 'doMock'].map((name) => [name, 'Not hoisted in ES modules: override the provider instead.']),
    ),
  ],
  'jest/prefer-importing-jest-globals': 'error',
  'jest/require-top-level-describe': 'error',
  'jest/unbound-method': 'error',
  'jest/valid-title': [
    'error',
    {
      mustNotMatch: { it: ['\\b[Ss]hould\\b', 'Say what it does, in the present tense.'] },
      ignoreTypeOfDescribeName: true,
    },
  ],
};

const looseInTests = {
  // Bodies of replies are what a test is about to find out, and so have no type yet.
  '@typescript-eslint/no-unsafe-argument': 'off',
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-call': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  '@typescript-eslint/no-unsafe-return': 'off',
};

export default defineConfig(
  globalIgnores(['**/dist/', 'coverage/', 'data/', 'console/src/api/schema.d.ts', 'test/architecture/violations/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { rules: everywhere },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: typeScript,
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  { files: ['src/scim/**', 'src/text/**'], ignores: specs, rules: kit },
  {
    files: ['src/modules/**', 'src/scim-server/**', 'src/platform/**'],
    ignores: ['src/platform/environment.module.ts', ...specs],
    rules: settings,
  },
  { files: ['src/modules/**'], rules: modules },
  { files: ['console/src/**/*.tsx'], extends: [reactHooks.configs.flat['recommended-latest']] },
  { files: ['test/**/*.ts', ...specs], rules: looseInTests },
  {
    files: specs,
    extends: [jest.configs['flat/recommended'], jest.configs['flat/style']],
    rules: { ...jestRules, '@typescript-eslint/unbound-method': 'off' },
  },
  { files: ['**/*.ts', '**/*.tsx'], rules: constantsInCapitals },
  { files: shownToPeople, rules: { 'no-console': 'off' } },
  prettier,
  // After prettier's settings, which switch the rule off: this form of it asks for nothing that prettier undoes.
  { rules: { curly: ['error', 'multi-or-nest', 'consistent'] } },
);
