/** The part of Express's router that lists what is routed. */
interface RoutingExpress {
  readonly router: {
    readonly stack: readonly {
      readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
      match(path: string): boolean;
    }[];
  };
}

/** The methods that some route has for a path, in capitals and in order; none if no route matches the path. */
export function allowedMethods(express: RoutingExpress, path: string): string[] {
  const methods = express.router.stack
    .filter((layer) => layer.route !== undefined && layer.match(path))
    .flatMap((layer) => Object.keys(layer.route?.methods ?? {}))
    .map((method) => method.toUpperCase());
  return [...new Set(methods)].sort();
}
