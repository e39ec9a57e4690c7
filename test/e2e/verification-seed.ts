import type { RubricData } from '@tumstock/rubric/contract'
import type { World } from '../world/create-world.ts'
import { DOVRE } from './answering-seed.ts'
import { type Api, type Person, seat } from './seat.ts'

const graded = (text: string, area: string): RubricData['questions'][string] => ({
  text,
  area,
  type: 'choice',
  evidence: 'optional',
  options: {
    yes: { text: 'Yes', points: 2 },
    partly: { text: 'Partly', points: 1 },
    no: { text: 'No', points: 0 },
  },
})

const leaf = (title: string, reads: string): RubricData['criteria'][string] => ({
  title,
  why: 'It is what people notice.',
  weight: 1,
  missing: 'zero',
  crosswalk: { GOV: 1 },
  reads: [reads],
  scoring: { by: 'points' },
  stage: 'survey',
})

/** An award whose answers are checked at the desk and on a visit: four criteria of 25 points each. */
const RUBRIC: RubricData = {
  apiVersion: 1,
  id: 'checked-hall',
  edition: '2026',
  title: 'The checked town hall',
  owner: 'The society of town halls',
  country: 'NO',
  baseLanguage: 'en',
  languages: ['en'],
  purpose: 'award',
  scale: { max: 100, unit: 'points', decimals: 0 },
  framework: 'nordic@1',
  questions: {
    plan: graded('Is there a plan?', 'Planning'),
    budget: graded('Is there money for it?', 'Planning'),
    web: graded('Can people do it on the web?', 'Services'),
    share: { text: 'How many cases are digital?', area: 'Services', type: 'share' },
  },
  indicators: {},
  categories: { all: { title: 'Municipalities', kind: 'municipality' } },
  combine: 'mean',
  missing: 'exclude',
  criteria: {
    plan: leaf('Plan', 'plan'),
    budget: leaf('Budget', 'budget'),
    web: leaf('Web', 'web'),
    share: { ...leaf('Digital cases', 'share'), scoring: { by: 'linear', from: 0, to: 100 } },
  },
  stages: [{ kind: 'survey' }, { kind: 'verification' }, { kind: 'siteVisit' }, { kind: 'publication' }],
  awards: { best: { title: 'Town hall of the year', per: 'round', decide: 'points', winners: 1 } },
  tieBreak: [],
  sources: [],
}

type Checked = {
  round: string
  entry: string
  organiser: Api
  lead: Person
  desk: Person
  visitor: Person
  /** Closes the stage now; for a week its findings can be replied to. */
  close: (kind: 'verification' | 'siteVisit') => Promise<void>
  openVisit: () => Promise<void>
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

/** A round whose desk check is open: Dovre claims all there is, and 80 per cent. */
export async function seedVerification(world: World): Promise<Checked> {
  const { api: organiser } = await world.as('organiser')
  const { api: admin } = await world.as('admin')
  const { ref } = await organiser.rubrics.save.mutate({ rubric: RUBRIC })
  const { id: round } = await organiser.rounds.create.mutate({
    from: { edition: ref },
    title: 'The checked town hall 2026',
  })
  const draft = await organiser.rounds.get.query({ id: round })
  const { version } = await organiser.rounds.configure.mutate({
    id: round,
    version: draft.version,
    patch: {
      year: 2026,
      referenceDate: '2014-01-01',
      stages: {
        survey: { from: inDays(-9), to: inDays(-3) },
        verification: { from: inDays(-2), to: inDays(2), replyUntil: inDays(9) },
        siteVisit: { from: inDays(3), to: inDays(6), replyUntil: inDays(9) },
      },
    },
  })
  await organiser.rounds.open.mutate({ id: round, version })
  await organiser.entries.invite.mutate({ round, whom: { units: [DOVRE] } })
  const [found] = await organiser.entries.list.query({ round })
  if (!found) throw new Error('Nobody takes part.')
  const entry = found.id
  for (const [question, value] of [
    ['plan', 'yes'],
    ['budget', 'yes'],
    ['web', 'yes'],
    ['share', 80],
  ] as const)
    await organiser.entries.setAnswer.mutate({ round, entry, question, value, version: 0 })
  const by = { world, admin, organiser }
  const lead = await seat(by, { round, entry, role: 'lead', name: 'Lead of Dovre' })
  const desk = await seat(by, { round, role: 'desk', name: 'Desk assessor' })
  const visitor = await seat(by, { round, role: 'visitor', name: 'Site visitor' })
  for (const [role, { id }] of [
    ['desk', desk],
    ['visitor', visitor],
  ] as const)
    await organiser.seats.assign.mutate({ round, role, entries: [entry], people: [id], how: 'these' })
  const move = async (stages: Parameters<Api['stages']['move']['mutate']>[0]['stages']) => {
    const now = await organiser.rounds.get.query({ id: round })
    await organiser.stages.move.mutate({ round, version: now.version, stages, reason: 'The test goes on.' })
  }
  return {
    ...{ round, entry, organiser, lead, desk, visitor },
    close: kind => move({ [kind]: { to: new Date().toISOString(), replyUntil: inDays(7) } }),
    openVisit: () => move({ siteVisit: { from: new Date().toISOString() } }),
  }
}
