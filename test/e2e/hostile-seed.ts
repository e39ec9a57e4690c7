import type { RubricData } from '@tumstock/rubric/contract'
import type { World } from '../world/create-world.ts'
import { DOVRE } from './answering-seed.ts'
import { type Api, type Person, seat } from './seat.ts'

/** What stands in every text: whatever takes it for HTML makes an element that can be looked for, and runs it if it may. */
const PAYLOAD =
  '"><img src=x data-injected onerror=window.ran=1><svg onload=window.ran=1></svg><script>window.ran=1</script>'

/** Of one line, and short enough to be a name. */
const NAME = '<img src=x data-injected onerror=window.ran=1>'

const named = (what: string): string => `${what} ${PAYLOAD} [x](javascript:window.ran=1) {{7*7}} \${7*7}`

const RUBRIC: RubricData = {
  apiVersion: 1,
  id: 'hostile-hall',
  edition: '2026',
  title: named('Award'),
  owner: named('Owner'),
  country: 'NO',
  baseLanguage: 'en',
  languages: ['en'],
  purpose: 'award',
  scale: { max: 100, unit: named('points'), decimals: 0 },
  framework: 'nordic@1',
  questions: {
    plan: {
      area: named('Area'),
      text: named('Plan?'),
      help: named('Help'),
      type: 'choice',
      evidence: 'optional',
      unknown: true,
      options: { yes: { text: named('Yes'), points: 1 }, no: { text: named('No'), points: 0 } },
    },
    channels: {
      area: named('Area'),
      text: named('Channels?'),
      type: 'multiple',
      options: { web: { text: named('Web'), points: 1 }, phone: { text: named('Phone'), points: 1 } },
    },
    share: { area: named('Area'), text: named('Share?'), type: 'number', unit: named('unit') },
    story: { area: named('Area'), text: named('Story?'), type: 'text', evidence: 'optional' },
    site: { area: named('Other area'), text: named('Site?'), type: 'url' },
  },
  indicators: {},
  categories: { all: { title: named('Category'), kind: 'municipality' } },
  combine: 'mean',
  missing: 'exclude',
  criteria: {
    plan: {
      title: named('Criterion'),
      why: named('Why'),
      weight: 1,
      missing: 'zero',
      crosswalk: { GOV: 1 },
      reads: ['plan'],
      scoring: { by: 'points' },
      stage: 'survey',
    },
  },
  stages: [{ kind: 'nomination' }, { kind: 'survey' }, { kind: 'verification' }, { kind: 'publication' }],
  awards: { best: { title: named('Best'), per: 'round', decide: 'points', winners: 1 } },
  tieBreak: [],
  sources: [{ about: ['criteria.*.weight'], says: named('Says'), where: named('Where'), status: 'assumed' }],
}

export type Hostile = {
  round: string
  entry: string
  lead: Person
  desk: Person
  /** Ends nominations and lets Dovre answer; then checks, replies and publishes with a correction. */
  answer: () => Promise<void>
  check: () => Promise<void>
  publish: () => Promise<void>
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

/** A round in which everybody writes the same thing wherever they may write, open for nominations. */
export async function seedHostile(world: World): Promise<Hostile> {
  const { api: organiser } = await world.as('organiser')
  const { api: admin } = await world.as('admin')
  const { ref } = await organiser.rubrics.save.mutate({ rubric: RUBRIC })
  const { id: round } = await organiser.rounds.create.mutate({
    from: { edition: ref },
    title: named('Round'),
  })
  const { version } = await organiser.rounds.configure.mutate({
    id: round,
    version: 1,
    patch: {
      description: named('Description'),
      referenceDate: '2014-01-01',
      stages: {
        nomination: { from: inDays(-7), to: inDays(1) },
        survey: { from: inDays(1), to: inDays(2) },
        verification: { from: inDays(2), to: inDays(3), replyUntil: inDays(4) },
      },
    },
  })
  await organiser.rounds.open.mutate({ id: round, version })
  await world.stranger.api.nominations.nominate.mutate({
    round,
    units: ['NO-0301'],
    title: named('Title').slice(0, 200),
    answers: { story: named('Nominated') },
    name: NAME,
    email: 'nominator@hostile.example',
    language: 'en',
  })
  await organiser.entries.invite.mutate({ round, whom: { units: [DOVRE] } })
  const [found] = await organiser.entries.list.query({ round })
  if (!found) throw new Error('Nobody takes part.')
  const named_ = { round, entry: found.id }
  const by = { world, admin, organiser }
  const lead = await seat(by, { ...named_, role: 'lead', name: `${NAME} lead` })
  const desk = await seat(by, { round, role: 'desk', name: `${NAME} desk` })
  await organiser.seats.assign.mutate({
    ...{ round, role: 'desk', how: 'these' },
    ...{ entries: [named_.entry], people: [desk.id] },
  })
  const steps = stepsOf({ organiser, lead: lead.api, desk: desk.api, where: named_ })
  return { ...named_, lead, desk, ...steps }
}

type Steps = { organiser: Api; lead: Api; desk: Api; where: { round: string; entry: string } }

function stepsOf({ organiser, lead, desk, where }: Steps): Pick<Hostile, 'answer' | 'check' | 'publish'> {
  const { round } = where
  const move = async (stages: Parameters<Api['stages']['move']['mutate']>[0]['stages']) => {
    const { version } = await organiser.stages.timeline.query({ round })
    await organiser.stages.move.mutate({ round, version, stages, reason: named('Reason') })
  }
  const now = () => new Date().toISOString()
  return {
    answer: async () => {
      await move({ nomination: { to: now() }, survey: { from: now() } })
      for (const [question, value] of [
        ['plan', 'yes'],
        ['channels', ['web']],
        ['share', 12],
        ['story', named('Story')],
        ['site', `https://hostile.example/?${encodeURIComponent(PAYLOAD)}`],
      ] as const)
        await lead.answers.save.mutate({
          ...{ ...where, question, version: 0 },
          value: typeof value === 'object' ? [...value] : value,
        })
      await lead.evidence.addLink.mutate({
        ...{ ...where, question: 'plan', layer: 'claim', checkedOn: now().slice(0, 10) },
        url: `https://hostile.example/?${PAYLOAD}`,
        title: named('Evidence').slice(0, 200),
      })
      await organiser.stages.extend.mutate({
        ...where,
        kind: 'survey',
        until: inDays(3),
        reason: named('Extended'),
      })
    },
    check: async () => {
      await lead.answers.submit.mutate(where)
      await move({ survey: { to: now() }, verification: { from: now() } })
      const about = { ...where, question: 'plan', layer: 'desk', version: 0 } as const
      const finding = { verdict: 'differ', value: 'no', confidence: 2, reason: named('Finding') } as const
      await desk.assessments.find.mutate({ ...about, ...finding })
      await move({ verification: { to: now(), replyUntil: inDays(1) } })
      const reply = { ...where, question: 'plan', layer: 'desk', stance: 'object' } as const
      await lead.replies.reply.mutate({ ...reply, text: named('Reply') })
      const answer = { ...where, question: 'plan', layer: 'desk', outcome: 'kept' } as const
      await desk.replies.answer.mutate({ ...answer, answer: named('Answer') })
    },
    publish: async () => {
      await move({ verification: { replyUntil: now() } })
      await organiser.results.evaluate.mutate({ round })
      await organiser.results.publish.mutate({ round })
      const changes = [{ entry: where.entry, question: 'share', value: 13 }]
      await organiser.results.correct.mutate({ round, erratum: named('Erratum'), changes })
    },
  }
}
