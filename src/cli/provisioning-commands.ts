import { readFile } from 'node:fs/promises';
import { TokenAdministrationService } from '../modules/auth/index.js';
import { MappingsService } from '../modules/mappings/index.js';
import { PreviewService, ReconcileService } from '../modules/provisioning/index.js';
import { type Command, idOf, ORGANIZATION, textOf, UsageError } from './command.js';

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** @throws UsageError when the file does not exist, or is not JSON */
async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`--file cannot be read: ${reasonOf(error)}`);
  }
}

export const provisioningCommands: readonly Command[] = [
  {
    name: 'reconcile',
    summary: 'Compute everybody’s access anew, and repair what is not as the rules have it',
    options: { organization: ORGANIZATION, 'dry-run': { help: 'Report only, change nothing' } },
    async run(app, options) {
      const { organizationId } = await app.get(TokenAdministrationService).ownerOf(idOf(options, 'organization'));
      const reconciliation = app.get(ReconcileService);
      return options['dry-run'] ? reconciliation.check(organizationId) : reconciliation.repair(organizationId);
    },
  },
  {
    name: 'settings export',
    summary: 'Print the mappings of groups, as settings import takes them',
    options: { organization: ORGANIZATION },
    async run(app, options) {
      const owner = await app.get(TokenAdministrationService).ownerOf(idOf(options, 'organization'));
      return app.get(MappingsService).get(owner);
    },
  },
  {
    name: 'settings import',
    summary: 'Replace the mappings by those of a file, in LSE’s form; lists that it lacks are left alone',
    options: {
      organization: ORGANIZATION,
      file: { value: 'F', required: true, help: 'JSON with roles_groups, workspaces_groups, projects_groups' },
      confirm: { value: 'N', help: 'Number of users who may lose access, as the refusal names it' },
      preview: { help: 'Print who would gain or lose what, and change nothing' },
    },
    async run(app, options) {
      const settings = await readJson(textOf(options, 'file'));
      const owner = await app.get(TokenAdministrationService).ownerOf(idOf(options, 'organization'));
      return options.preview
        ? app.get(PreviewService).preview(owner, settings, undefined)
        : app.get(MappingsService).save(owner, settings);
    },
  },
];
