import { Module } from '@nestjs/common';
import { ActivityModule } from './modules/activity/index.js';
import { AuthModule } from './modules/auth/index.js';
import { GroupsModule } from './modules/groups/index.js';
import { MappingsModule } from './modules/mappings/index.js';
import { OrganizationsModule } from './modules/organizations/index.js';
import { ProvisioningModule } from './modules/provisioning/index.js';
import { UsersModule } from './modules/users/index.js';
import { WorkspacesModule } from './modules/workspaces/index.js';
import { PlatformModule } from './platform/platform.module.js';
import { ScimServerModule } from './scim-server/scim-server.module.js';

/** Puts the application together: the only file that names every module. */
@Module({
  imports: [
    PlatformModule,
    ScimServerModule,
    AuthModule,
    OrganizationsModule,
    UsersModule,
    GroupsModule,
    // Before workspaces: there, `projects/roles` would be the project called `roles`.
    ProvisioningModule,
    WorkspacesModule,
    MappingsModule,
    ActivityModule,
  ],
})
export class AppModule {}
