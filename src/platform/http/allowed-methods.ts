import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { AppError } from '../errors.js';

interface RoutedLayer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/** The part of Express's router that lists the routes. */
interface RoutingExpress {
  readonly router: { readonly stack: readonly RoutedLayer[] };
}

const wordsOf = (path: string): string[] => path.split('/').filter((word) => word !== '');
const isOpen = (word: string | undefined): boolean => /[:*]/.test(word ?? '');

/** Counts the open segments of a route's path. An open last segment counts more than all others. */
function openness(path: string): number {
  const words = wordsOf(path);
  return words.filter(isOpen).length + (isOpen(words.at(-1)) ? words.length : 0);
}

/**
 * The methods of a path, in capitals and sorted; none if no route matches it. `/api/projects/roles` has the methods of
 * its own routes only, although `/api/projects/:id` matches it as well.
 */
export function allowedMethods(express: RoutingExpress, path: string): string[] {
  const routes = express.router.stack.flatMap((layer) => (layer.route && layer.match(path) ? [layer.route] : []));
  const least = Math.min(...routes.map((route) => openness(route.path)));
  const methods = routes
    .filter((route) => openness(route.path) === least)
    .flatMap((route) => Object.keys(route.methods))
    .map((method) => method.toUpperCase());
  return [...new Set(methods)].sort();
}

/** Makes the refusal of a method that a path does not have (405), and sets `Allow` to those that it has. */
export function methodNotAllowed(request: Request, response: Response, methods: readonly string[]): AppError {
  response.set('Allow', methods.join(', '));
  return new AppError(405, `${request.method} is not possible here; this path has ${methods.join(', ')}`);
}

/** Whether one path could match both. */
function overlap(path: readonly string[], other: readonly string[]): boolean {
  return (
    path.length === other.length && path.every((word, at) => word === other[at] || isOpen(word) || isOpen(other[at]))
  );
}

/** Last segments of routes that another route would take for an id: `roles` of `/api/projects/roles`. */
function contestedWords({ router }: RoutingExpress): ReadonlySet<string> {
  const paths = router.stack.flatMap(({ route }) => (route ? [wordsOf(route.path)] : []));
  const open = paths.filter((path) => isOpen(path.at(-1)));
  const contested = paths.filter((path) => !isOpen(path.at(-1)) && open.some((other) => overlap(path, other)));
  return new Set(contested.map((path) => path.at(-1) ?? ''));
}

/**
 * Answers OPTIONS with the methods of the path, and refuses a method that only exists if the last segment is taken for
 * an id: `DELETE /api/projects/roles` deletes no project. Express would try every route that matches.
 */
export function methodsMiddleware(express: RoutingExpress): RequestHandler {
  let contested: ReadonlySet<string> | undefined;
  return (request: Request, response: Response, next: NextFunction) => {
    const { method, path } = request;
    contested ??= contestedWords(express);
    const isContested = contested.has(wordsOf(path).at(-1) ?? '');
    const methods = method === 'OPTIONS' || isContested ? allowedMethods(express, path) : [];
    if (methods.length === 0 || methods.includes(method === 'HEAD' ? 'GET' : method)) next();
    else if (method !== 'OPTIONS') next(methodNotAllowed(request, response, methods));
    else response.set('Allow', methods.join(', ')).status(204).end();
  };
}
