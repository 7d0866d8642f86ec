export interface ScimResource {
  readonly id: string;
}
