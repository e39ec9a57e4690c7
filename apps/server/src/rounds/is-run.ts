import type { RoundTable } from '../db/schema.ts'

/** True for a round that somebody runs here, a made-up one of the demo's among them; a record was run elsewhere. */
export const isRun = ({ kind, organizationId }: Pick<RoundTable, 'kind' | 'organizationId'>): boolean =>
  kind === 'round' || (kind === 'synthetic' && organizationId !== null)
