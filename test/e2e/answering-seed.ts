import type { RubricData } from '@tumstock/rubric/contract'
import type { World } from '../world/create-world.ts'
import { type Api, type Person, seat } from './seat.ts'

/** An award that asks in every way: each type, evidence, exits, and a question that hangs on another. */
const RUBRIC: RubricData = {
  apiVersion: 1,
  id: 'open-hall',
  edition: '2026',
  title: 'The open town hall',
  owner: 'The society of town halls',
  country: 'NO',
  baseLanguage: 'en',
  languages: ['en'],
  purpose: 'award',
  scale: { max: 100, unit: 'points', decimals: 0 },
  framework: 'nordic@1',
  questions: {
    plan: {
      area: 'Planning',
      text: 'Is there a plan?',
      help: 'One that the council has adopted.',
      type: 'choice',
      unknown: true,
      evidence: 'required',
      options: { yes: { text: 'Yes', points: 2 }, no: { text: 'No', points: 0 } },
    },
    adopted: {
      area: 'Planning',
      text: 'When was it adopted?',
      type: 'date',
      showIf: { question: 'plan', is: 'yes' },
    },
    story: {
      area: 'Planning',
      text: 'What are you proud of?',
      type: 'text',
      notApplicable: true,
      evidence: 'optional',
    },
    channels: {
      area: 'Services',
      text: 'Which channels are open?',
      type: 'multiple',
      notApplicable: true,
      options: { web: { text: 'Web', points: 1 }, phone: { text: 'Phone', points: 1 } },
    },
    share: { area: 'Services', text: 'How many cases are digital?', type: 'share', unknown: true },
    site: { area: 'Services', text: 'Where can people see it?', type: 'url' },
  },
  indicators: {},
  categories: { all: { title: 'Municipalities', kind: 'municipality' } },
  combine: 'mean',
  missing: 'exclude',
  criteria: {
    plan: {
      title: 'Plan',
      why: 'A plan binds.',
      weight: 1,
      missing: 'zero',
      crosswalk: { GOV: 1 },
      reads: ['plan'],
      scoring: { by: 'points' },
      stage: 'survey',
    },
    channels: {
      title: 'Channels',
      why: 'People choose.',
      weight: 1,
      missing: 'exclude',
      crosswalk: { SRV: 1 },
      reads: ['channels'],
      scoring: { by: 'points' },
      stage: 'survey',
    },
    share: {
      title: 'Digital cases',
      why: 'It shows what is used.',
      weight: 1,
      missing: 'exclude',
      crosswalk: { SRV: 1 },
      reads: ['share'],
      scoring: { by: 'linear', from: 0, to: 100 },
      stage: 'survey',
    },
  },
  stages: [{ kind: 'survey' }, { kind: 'publication' }],
  awards: { best: { title: 'Town hall of the year', per: 'round', decide: 'points', winners: 1 } },
  tieBreak: [],
  sources: [],
}

export const DOVRE = 'NO-0511'

export type Answered = {
  round: string
  entry: string
  lead: Person
  /** Answers only the services. */
  contributor: Person
  /** Of Oslo, which is asked whether it takes part. */
  asked: Person
}

/** Days from now, as a time. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

/** A round whose survey is open; Dovre takes part, led by one and answered with another, and answered the last round too. */
export async function seedAnswering(world: World): Promise<Answered> {
  const { api } = await world.as('organiser')
  const admin = await world.as('admin')
  const { ref } = await api.rubrics.save.mutate({ rubric: RUBRIC })
  const last = await openRound(api, { edition: ref }, 2025)
  const before = await entryOf(api, last)
  for (const [question, value] of [
    ['plan', 'yes'],
    ['story', 'Everyone can see what we decide.'],
    ['share', 40.5],
  ] as const)
    await api.entries.setAnswer.mutate({ round: last, entry: before, question, value, version: 0 })
  const round = await openRound(api, { round: last }, 2026)
  const entry = await entryOf(api, round)
  const by = { world, admin: admin.api, organiser: api }
  const lead = await seat(by, { round, entry, role: 'lead', name: 'Lead of Dovre' })
  const contributor = await seat(by, {
    ...{ round, entry, role: 'contributor', name: 'Adviser in Dovre' },
    sections: ['Services'],
  })
  await api.entries.invite.mutate({ round, whom: { units: ['NO-0301'] }, ask: true })
  const oslo = (await api.entries.list.query({ round })).find(one => one.id !== entry)
  if (!oslo) throw new Error('Oslo was not asked.')
  const asked = await seat(by, { round, entry: oslo.id, role: 'lead', name: 'Lead of Oslo' })
  return { round, entry, lead, contributor, asked }
}

async function openRound(
  api: Api,
  from: { edition: string } | { round: string },
  year: number,
): Promise<string> {
  const { id } = await api.rounds.create.mutate({ from, title: `The open town hall ${year}` })
  const { version } = await api.rounds.get.query({ id })
  const stages = { survey: { from: inDays(-7), to: inDays(14) } }
  const patch = { year, referenceDate: '2014-01-01', stages }
  const configured = await api.rounds.configure.mutate({ id, version, patch })
  await api.rounds.open.mutate({ id, version: configured.version })
  return id
}

async function entryOf(api: Api, round: string): Promise<string> {
  await api.entries.invite.mutate({ round, whom: { units: [DOVRE] } })
  const [entry] = await api.entries.list.query({ round })
  if (!entry) throw new Error(`Nobody takes part in ${round}.`)
  return entry.id
}
