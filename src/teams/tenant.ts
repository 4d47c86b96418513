// Whose organisation an activity belongs to: every place that names the tenant must name the same one.
import type { Incoming } from './activity.ts';

/** Outside Teams, on one machine, nobody names a tenant. */
const LOCAL_TENANT = 'local';

export type TenantRule = { local: boolean; allowed: ReadonlySet<string> | 'any' };

/** Null is a refusal. The token does not name the tenant, so the allow-list is ours to keep. */
export function tenantOf(
  activity: Incoming,
  header: string | undefined,
  { local, allowed }: TenantRule,
): string | null {
  const body = [activity.channelData?.tenant?.id, activity.conversation.tenantId];
  const named = new Set(
    [...body, header].filter((id) => typeof id === 'string' && id !== '').map(lowerCase),
  );
  if (named.size > 1) return null;
  const inBody = body.some((id) => typeof id === 'string' && id !== '');
  const [tenant] = inBody ? named : [];
  if (tenant === undefined) return local ? LOCAL_TENANT : null;
  return allowed === 'any' || allowed.has(tenant) ? tenant : null;
}

function lowerCase(id: string | null | undefined): string {
  return (id ?? '').toLowerCase();
}
