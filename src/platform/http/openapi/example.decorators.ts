import { ApiExtension } from '@nestjs/swagger';
import type { Operation } from './open-api.js';

const BODY = 'x-example';
const PATH = 'x-example-path';

/** Values for the parameters of a path, by their names. */
type PathValues = Readonly<Record<string, string | number>>;

/** What the decorators of a route say about trying it out. */
export interface Examples {
  readonly body?: object;
  readonly path: PathValues;
}

/**
 * Gives a route an example of its body. The example must be safe to send as it is, even to a productive organization: it
 * may create something, and must not change anything that exists.
 */
export const Example = (body: object): MethodDecorator => ApiExtension(BODY, body);

/**
 * Examples for the parameters in the path of a route, or of all routes of a controller. Routes that take something away
 * do not use them, nor does any route of REST that changes something: their examples name what nobody has.
 */
export const ExamplePath = (values: PathValues): ClassDecorator & MethodDecorator => ApiExtension(PATH, values);

/** Parts an operation, as the framework describes it, from what the decorators here say about it. */
export function examplesOf(operation: Operation): { examples: Examples; rest: Operation } {
  const { [BODY]: body, [PATH]: path = {}, ...rest }: Operation & { [BODY]?: object; [PATH]?: PathValues } = operation;
  return { examples: { ...(body ? { body } : {}), path }, rest };
}
