import { availableParallelism } from 'node:os';

const cores = availableParallelism();

/** @type {import('jest').Config} */
export default {
  // Two processes keep two cores busy; with more, one core is left for the servers and browsers that tests start.
  maxWorkers: Math.min(cores, Math.max(2, cores - 1)),
  // What a file loaded outlives it for a while: a process that holds so much is replaced before the next file. A
  // heap of this size comes with three times as much outside of it, in embedded databases.
  workerIdleMemoryLimit: '400MB',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['<rootDir>/test/setup.js'],
  globalSetup: '<rootDir>/test/global-setup.js',
  globalTeardown: '<rootDir>/test/global-teardown.js',
  coverageProvider: 'v8',
  testTimeout: 60_000,
  testMatch: ['<rootDir>/{src,test,tools,console}/**/*.{spec,e2e-spec}.ts'],
};
