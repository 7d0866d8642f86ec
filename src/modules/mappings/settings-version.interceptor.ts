import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import type { ScimSettings } from './scim-settings.js';
import { entityTagOf } from './settings-version.js';

/** Adds the `ETag` to answers with settings, and answers 304 to a reader who already has that version. */
@Injectable()
export class SettingsVersionInterceptor implements NestInterceptor<ScimSettings> {
  intercept(context: ExecutionContext, next: CallHandler<ScimSettings>): Observable<ScimSettings> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map((settings) => {
        response.set('ETag', entityTagOf(settings));
        return settings;
      }),
    );
  }
}
