import { afterEach, beforeEach, expect } from '@jest/globals';
import { beginTest, endTest } from './watch.js';

beforeEach(beginTest);

afterEach(async () => {
  expect({ unexpected: await endTest() }).toEqual({ unexpected: [] });
});
