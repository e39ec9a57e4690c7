import type { FindingLayer } from '../assessments/finding.ts'
import type { RoundStanding } from '../standing.ts'

const STAGE = { desk: 'verification', visit: 'siteVisit' } as const

type Window = RoundStanding['windows'][number]

/** The stage in which a layer's findings are made. */
export const windowOf = (
  { windows }: Pick<RoundStanding, 'windows'>,
  layer: FindingLayer,
): Window | undefined => windows.find(window => window.kind === STAGE[layer])

/** Until when an entry may reply to findings of this layer; null before and after, and where there is no such time. */
export function replyUntil(standing: RoundStanding, layer: FindingLayer): string | null {
  const { closesAt, replyUntil: until } = windowOf(standing, layer) ?? {}
  const isOpen = until && closesAt && closesAt <= standing.at && standing.at < until
  return isOpen ? until : null
}
