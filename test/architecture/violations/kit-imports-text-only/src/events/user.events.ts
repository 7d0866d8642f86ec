export interface UserCreated {
  readonly userId: string;
}
