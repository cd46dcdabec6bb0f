import type { Role, UpdateUserBody } from '@kentongan/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, client } from '../api/client.js';

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: () => answer(client.GET('/api/users')),
});

export interface NewUser {
  readonly userName: string;
  readonly name: string;
  readonly role: Role;
  readonly regionIds: string[];
  readonly agencyId: string | null;
}

function useRefreshUsers() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: usersQuery.queryKey });
}

export function useCreateUser() {
  const refresh = useRefreshUsers();
  return useMutation({
    mutationFn: (user: NewUser) => answer(client.POST('/api/users', { body: user })),
    onSuccess: refresh,
  });
}

export function useUpdateUser() {
  const refresh = useRefreshUsers();
  return useMutation({
    mutationFn: ({ userId, change }: { userId: string; change: UpdateUserBody }) =>
      answer(client.PATCH('/api/users/{userId}', { params: { path: { userId } }, body: change })),
    onSuccess: refresh,
  });
}

export function useOneTimePassword() {
  return useMutation({
    mutationFn: (userId: string) =>
      answer(client.POST('/api/users/{userId}/one-time-password', { params: { path: { userId } } })),
  });
}
