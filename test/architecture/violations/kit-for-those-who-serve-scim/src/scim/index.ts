export class ScimError extends Error {}
