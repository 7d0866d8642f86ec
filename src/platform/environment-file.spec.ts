import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from './environment-file.js';
import { Environment } from './environment.js';

describe(readEnvironment.name, () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-env-'));
  const path = join(folder, '.env');
  const file = (text: string): string => {
    writeFileSync(path, text);
    return path;
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('takes from the file what no variable sets', () => {
    const text = '# Settings\nPORT=4000\nexport HOST=::1\nORGANIZATION_TITLE="Acme # Labs" # a comment\n\nLOG_LEVEL=\n';
    expect(readEnvironment({}, file(text))).toEqual(
      Object.assign(new Environment(), { PORT: 4000, HOST: '::1', ORGANIZATION_TITLE: 'Acme # Labs' }),
    );
  });

  it.each([
    ['5000', 5000],
    ['', 3000],
  ])('lets the variable win that is set to "%s"', (PORT, port) => {
    expect(readEnvironment({ PORT }, file('PORT=4000\nHOST=::1'))).toMatchObject({ PORT: port, HOST: '::1' });
  });

  it('reads a file of Windows', () => {
    expect(readEnvironment({}, file('\uFEFFPORT=4000\r\nHOST=::1\r\n'))).toMatchObject({ PORT: 4000, HOST: '::1' });
  });

  it('needs no file', () => {
    expect(readEnvironment({ PORT: '5000' }, join(folder, 'none'))).toMatchObject({ PORT: 5000 });
  });

  it('passes nothing on to the programs that the process starts', () => {
    readEnvironment(process.env, file('OWNER_NAME=Ana'));
    expect(process.env).not.toHaveProperty('OWNER_NAME');
  });

  it('checks what the file says as it checks variables: by name, and never with the value', () => {
    expect(() => readEnvironment({}, file('OWNER_TOKEN=s3cret'))).toThrow(
      'The settings cannot be used:\n  OWNER_TOKEN must have at least 20 characters',
    );
  });

  it('says so when it cannot be read', () => {
    expect(() => readEnvironment({}, folder)).toThrow(`  The file ${folder} cannot be read: EISDIR`);
  });
});
