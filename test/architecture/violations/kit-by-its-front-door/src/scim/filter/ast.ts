export interface Filter {
  readonly kind: string;
}
