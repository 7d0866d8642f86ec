import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client';
import { currentToken, forgetToken } from '../session/token';

const TOKENS = ['tokens'];

/** The tokens of the signed-in person, without their secrets. */
export function useTokens() {
  return useQuery({ queryKey: TOKENS, queryFn: () => answer(api.GET('/api/tokens')) });
}

/** Makes a token. The secret is only in the mutation's result, and is not cached anywhere. */
export function useCreateToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['CreateAccessTokenDto']) => answer(api.POST('/api/tokens', { body })),
    gcTime: 0,
    onSuccess: () => client.invalidateQueries({ queryKey: TOKENS }),
  });
}

/** Whether this session uses a token. */
export function isOfSession({ prefix }: Pick<Schemas['AccessTokenDto'], 'prefix'>): boolean {
  return currentToken()?.startsWith(prefix) ?? false;
}

/** Revokes a token; if it is the session's own, the session ends, too. */
export function useRevokeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Schemas['AccessTokenDto']) =>
      answer(api.DELETE('/api/tokens/{id}', { params: { path: { id } } })),
    onSuccess: (_, token) => {
      if (isOfSession(token)) forgetToken('You revoked the token of this session.');
      else return client.invalidateQueries({ queryKey: TOKENS });
    },
  });
}
