import { Injectable } from '@nestjs/common';
import type { Failure } from '../../errors.js';
import type { RequestContext } from '../request-context.js';
import type { ErrorForm } from './error-form.js';
import { failureOf } from './failure-of.js';
import { restErrorForm } from './rest-error.js';

/**
 * The forms of failures on the surfaces of this server. Each surface registers its own, so that the filter for all
 * failures knows none of them. A surface without a form uses that of REST.
 */
@Injectable()
export class ErrorForms {
  private readonly forms = new Map<RequestContext['channel'], ErrorForm>();

  register(channel: RequestContext['channel'], form: ErrorForm): void {
    this.forms.set(channel, form);
  }

  of(channel: RequestContext['channel']): ErrorForm {
    return this.forms.get(channel) ?? restErrorForm;
  }

  /**
   * Turns anything that was thrown into what the caller is told. Errors that are not meant for callers show nothing of
   * the inside.
   */
  failureOf(error: unknown): Failure {
    for (const form of this.forms.values()) {
      const failure = form.recognize(error);
      if (failure) return failure;
    }
    return failureOf(error);
  }
}
