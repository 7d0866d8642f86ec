import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where `npm run build` puts the console: beside the compiled server. */
const BUILT = join(import.meta.dirname, 'console');

/** Paths that are not views of the console; every other address that a browser opens is one. */
const NOT_A_VIEW = /^\/(api|scim|docs|health|metrics|assets)(\/|$)/;

const EMPTY_NONCE = /(<meta name="csp-nonce" content=")(")/;

/**
 * Allows nothing from other origins and nothing inline, except the style sheets that the component library writes,
 * which carry the nonce of the page.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function opensView({ method, path, headers }: Request): boolean {
  const reads = method === 'GET' || method === 'HEAD';
  return reads && !NOT_A_VIEW.test(path) && (headers.accept ?? '').includes('text/html');
}

/**
 * Serves the web console: its files under `/assets`, and its one page at every address that a browser opens, except the
 * API's. Serves nothing if the console has not been built.
 */
export function setupConsole(app: NestExpressApplication, folder = BUILT): void {
  const file = join(folder, 'index.html');
  if (!existsSync(file)) return;
  const page = readFileSync(file, 'utf8');
  app.use('/assets', compression());
  app.useStaticAssets(join(folder, 'assets'), { prefix: '/assets', index: false, immutable: true, maxAge: '1y' });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!opensView(request)) {
      next();
      return;
    }
    const nonce = randomBytes(16).toString('base64');
    response
      .set({ 'Content-Security-Policy': contentSecurityPolicy(nonce), 'Cache-Control': 'no-store' })
      .type('html')
      .send(page.replace(EMPTY_NONCE, `$1${nonce}$2`));
  });
}
