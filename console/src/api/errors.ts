import type { components } from './schema';

type RestError = components['schemas']['RestError'];

/** An answer that is not a success, in the server's words. */
export class ApiError extends Error {
  readonly requestId: string | undefined;
  /** A list of messages for each field at fault. */
  readonly fields: Readonly<Record<string, string[]>>;
  /** How many users would lose access, if only the confirmation of that number is missing. */
  readonly toConfirm: number | undefined;

  constructor(
    readonly status: number,
    body: Partial<RestError> | undefined,
    requestId: string | null,
  ) {
    super(body?.detail ?? `The server answered ${status}`);
    this.name = ApiError.name;
    this.requestId = body?.id ?? requestId ?? undefined;
    this.fields = body?.validation_errors ?? {};
    this.toConfirm = body?.code === 'confirmation_required' ? body.affected : undefined;
  }

  /** The messages of all fields, or the one about the whole request. */
  get sentences(): string[] {
    const ofFields = Object.entries(this.fields).flatMap(([field, messages]) =>
      messages.map((message) => (field === 'non_field_errors' ? message : `${field}: ${message}`)),
    );
    return ofFields.length > 0 ? ofFields : [this.message];
  }
}

/** What to tell a person about a failure of any kind. */
export function sentencesOf(error: unknown): string[] {
  if (error instanceof ApiError) return error.sentences;
  if (error instanceof TypeError) return ['The server cannot be reached. Check the connection and try again.'];
  return [error instanceof Error ? error.message : String(error)];
}
