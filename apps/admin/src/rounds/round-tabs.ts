import type { Round } from './round.ts'

export const TABS = ['set-up', 'entries', 'results', 'survey', 'record'] as const
export type RoundTab = (typeof TABS)[number]

/** What decides which of a round's screens there are. */
export type TabbedRound = Pick<Round, 'kind' | 'state'> & {
  rubric: Pick<Round['rubric'], 'purpose' | 'questions'>
}

/**
 * The screens that a round has for this reader. A record was not run here, so there is nothing to set up; a survey ranks
 * nobody; what comes before publication belongs to the members of the organisation.
 */
export function tabsOf({ kind, state, rubric }: TabbedRound, role: string): RoundTab[] {
  const member = role !== 'anonymous'
  const asks = Object.keys(rubric.questions).length > 0
  const has: Record<RoundTab, boolean> = {
    'set-up': kind !== 'record' && member,
    entries: kind !== 'record' && member && state !== 'draft',
    results: rubric.purpose !== 'survey' && state !== 'draft',
    survey: asks && (kind === 'record' ? rubric.purpose === 'survey' : state !== 'draft'),
    record: kind === 'record',
  }
  return TABS.filter(tab => has[tab])
}

/** Where a round's own address leads: what matters most in its state. */
export function firstTab(round: TabbedRound, role: string): RoundTab {
  const order: readonly RoundTab[] =
    round.kind === 'record'
      ? ['record']
      : round.state === 'draft'
        ? ['set-up']
        : round.state === 'open'
          ? ['entries', 'results', 'survey']
          : ['results', 'survey']
  const tabs = tabsOf(round, role)
  return order.find(tab => tabs.includes(tab)) ?? tabs[0] ?? 'results'
}
