import type { RubricData } from '@tumstock/rubric/contract'
import type { Context } from '../context.ts'
import type { TestDatabase } from '../db/each-dialect.ts'
import type { RoundRole } from '../db/taking-part.ts'
import { invite } from '../entries/invite.ts'
import { listEntries } from '../entries/list.ts'
import { sampleRubric } from '../entries/sample-rubric.ts'
import { type Scene, type SceneOptions, sceneOf } from '../entries/scene.ts'
import { appRouter } from '../router.ts'
import { createCallerFactory } from '../trpc.ts'

const callerOf = createCallerFactory(appRouter)

/** The small award with areas, a condition of two steps and answers that have to show something. */
const askingRubric: RubricData = {
  ...sampleRubric,
  questions: {
    plan: {
      text: 'Is there a plan?',
      area: 'Planning',
      type: 'choice',
      unknown: true,
      evidence: 'required',
      options: {
        yes: { text: 'Yes', points: 2 },
        partly: { text: 'Partly', points: 1 },
        no: { text: 'No', points: 0 },
      },
    },
    adopted: {
      text: 'Was it adopted?',
      area: 'Planning',
      type: 'choice',
      showIf: { question: 'plan', is: ['yes', 'partly'] },
      options: { yes: { text: 'Yes' }, no: { text: 'No' } },
    },
    when: {
      text: 'When?',
      area: 'Follow-up',
      type: 'date',
      showIf: { question: 'adopted', is: 'yes' },
    },
    channels: {
      text: 'Which channels are open?',
      area: 'Services',
      type: 'multiple',
      notApplicable: true,
      options: { web: { text: 'Web', points: 1 }, phone: { text: 'Phone', points: 1 } },
    },
    share: { text: 'How many cases are digital?', area: 'Services', type: 'share' },
    story: { text: 'What are you proud of?', type: 'text', evidence: 'optional' },
  },
}

export type Someone = { ctx: Context; api: ReturnType<typeof callerOf> }

export type Answering = Scene & {
  round: string
  /** By the name of its unit. */
  entries: Readonly<Record<string, string>>
  /** Somebody with a seat in the round. */
  seat: (
    id: string,
    role: RoundRole,
    more?: { entry?: string; sections?: readonly string[] },
  ) => Promise<Someone>
  someone: (ctx: Context) => Someone
}

/** A round that is answered: its survey is open from 1 June to 1 July 2014, Oslo and Asker take part. */
export async function answeringScene(database: TestDatabase, options: SceneOptions = {}): Promise<Answering> {
  const scene = sceneOf(database, { rubric: askingRubric, ...options })
  const { organiser, installation } = scene
  const { db } = database
  const round = await scene.openedRound()
  await invite(organiser, round, { units: ['NO-0301', 'NO-0220'] })
  await db
    .updateTable('stage')
    .set({ opensAt: '2014-06-01T00:00:00.000Z', closesAt: '2014-07-01T00:00:00.000Z' })
    .where('roundId', '=', round)
    .where('kind', '=', 'survey')
    .execute()
  const entries = Object.fromEntries((await listEntries(organiser, round)).map(one => [one.name, one.id]))
  const someone = (ctx: Context) => ({ ctx, api: callerOf(ctx) })
  return {
    ...scene,
    round,
    entries,
    someone,
    seat: async (id, role, { entry, sections } = {}) => {
      const at = installation.now()
      await db
        .insertInto('user')
        .values({
          id,
          name: `${id} by name`,
          email: `${id}@tumstock.example`,
          emailVerified: 1,
          image: null,
          createdAt: at,
          updatedAt: at,
          role: 'participant',
          twoFactorEnabled: 0,
          organisationNumber: null,
        })
        .onConflict(conflict => conflict.column('id').doNothing())
        .execute()
      await db
        .insertInto('seat')
        .values({
          id: `${id}/${role}/${entry ?? ''}`,
          roundId: round,
          userId: id,
          role,
          entryId: entry ?? null,
          sections: sections ? JSON.stringify(sections) : null,
          createdAt: at,
          createdBy: null,
        })
        .execute()
      return someone({
        ...installation,
        user: { id, name: `${id} by name`, email: `${id}@tumstock.example` },
        role: 'participant',
        organisation: null,
      })
    },
  }
}
