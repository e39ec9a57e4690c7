import type { Round } from './round.ts'

export const TABS = [
  'mine',
  'set-up',
  'stages',
  'nominations',
  'entries',
  'people',
  'responses',
  'assess',
  'inflation',
  'shortlist',
  'results',
  'survey',
  'record',
  'mail',
] as const
export type RoundTab = (typeof TABS)[number]

/** What decides which of a round's screens there are. */
export type TabbedRound = Pick<Round, 'kind' | 'run' | 'state' | 'can' | 'roles'> & {
  stages: readonly Pick<Round['stages'][number], 'kind'>[]
  rubric: Pick<Round['rubric'], 'purpose' | 'questions' | 'awards'>
}

const WORKING: readonly Round['roles'][number][] = [
  'lead',
  'contributor',
  'desk',
  'visitor',
  'juror',
  'chair',
]

/** True when the reader has entries to answer or judge. */
export const worksIn = (roles: Round['roles']): boolean => roles.some(role => WORKING.includes(role))

/**
 * The screens that a round has for this reader, by what the server lets them do in it. A record was not run here, so there
 * is nothing to set up; a survey ranks nobody.
 */
export function tabsOf({ kind, run, state, can, roles, rubric, stages }: TabbedRound): RoundTab[] {
  const may = (action: Round['can'][number]) => can.includes(action)
  const asks = Object.keys(rubric.questions).length > 0
  const checks = stages.some(stage => stage.kind === 'verification' || stage.kind === 'siteVisit')
  const nominates = stages.some(stage => stage.kind === 'nomination')
  const chooses = Object.values(rubric.awards).some(award => award.decide !== 'points')
  const has: Record<RoundTab, boolean> = {
    mine: state !== 'draft' && may('entries.mine') && worksIn(roles),
    'set-up':
      kind !== 'record' &&
      (may('rounds.configure') || roles.some(role => role === 'viewer' || role === 'auditor')),
    stages: run && state !== 'draft' && may('stages.timeline'),
    people: run && may('seats.list'),
    mail: run && may('mail.ofRound'),
    entries: kind !== 'record' && state !== 'draft' && may('entries.list'),
    nominations: nominates && state !== 'draft' && may('nominations.list'),
    shortlist: run && chooses && state !== 'draft' && may('shortlist.candidates'),
    responses: run && state !== 'draft' && may('responses.dashboard'),
    assess: checks && state !== 'draft' && may('assessments.queue'),
    inflation: checks && state !== 'draft' && may('assessments.inflation'),
    results: rubric.purpose !== 'survey' && state !== 'draft' && may('results.get'),
    survey:
      asks && may('results.survey') && (kind === 'record' ? rubric.purpose === 'survey' : state !== 'draft'),
    record: kind === 'record' && may('results.record'),
  }
  return TABS.filter(tab => has[tab])
}

/** Where a round's own address leads: what matters most in its state. */
export function firstTab(round: TabbedRound): RoundTab {
  const order: readonly RoundTab[] =
    round.kind === 'record'
      ? ['record']
      : round.state === 'draft'
        ? ['set-up']
        : round.state === 'open'
          ? ['mine', 'entries', 'results', 'survey']
          : ['results', 'mine', 'survey']
  const tabs = tabsOf(round)
  return order.find(tab => tabs.includes(tab)) ?? tabs[0] ?? 'results'
}
