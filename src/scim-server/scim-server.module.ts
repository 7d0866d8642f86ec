import { Module } from '@nestjs/common';
import { ErrorForms } from '../platform/http/errors/error-forms.js';
import { PlatformModule } from '../platform/platform.module.js';
import { ScimBulkController } from './bulk/scim-bulk.controller.js';
import { ScimBulk } from './bulk/scim-bulk.js';
import { DiscoveryController } from './discovery/discovery.controller.js';
import { scimErrorForm } from './http/scim-error-form.js';
import { ScimRequestFeed } from './http/scim-request-feed.js';
import { PageRepository } from './listing/page.repository.js';
import { ScimLists } from './listing/scim-lists.js';
import { ScimResourceHandlers } from './resources/scim-resource-handlers.js';
import { ScimSearchController } from './search/scim-search.controller.js';
import { ScimSearch } from './search/scim-search.js';

/** The Nest side of SCIM: what all resource types share, and the endpoints that serve all of them. */
@Module({
  imports: [PlatformModule],
  controllers: [DiscoveryController, ScimSearchController, ScimBulkController],
  providers: [PageRepository, ScimLists, ScimResourceHandlers, ScimSearch, ScimBulk, ScimRequestFeed],
  exports: [ScimLists, ScimResourceHandlers, ScimRequestFeed],
})
export class ScimServerModule {
  constructor(forms: ErrorForms) {
    forms.register('scim', scimErrorForm);
  }
}
