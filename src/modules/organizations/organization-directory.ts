import { Injectable } from '@nestjs/common';
import { OrganizationRepository } from './organization.repository.js';

/** What other modules may ask of organizations and do with them. */
@Injectable()
export class OrganizationDirectory {
  constructor(private readonly organizations: OrganizationRepository) {}

  /** Whether there is any organization yet. */
  async exists(): Promise<boolean> {
    return this.organizations.exists();
  }

  /** Creates an organization within the running transaction. */
  async create(title: string): Promise<{ id: number; title: string }> {
    return { id: await this.organizations.insert(title), title };
  }
}
