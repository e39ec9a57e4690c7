import type { RubricData } from '@tumstock/rubric/contract'
import type { Context } from '../context.ts'
import type { TestDatabase } from '../db/each-dialect.ts'
import { invite } from '../entries/invite.ts'
import { sampleRubric } from '../entries/sample-rubric.ts'
import { sceneOf } from '../entries/scene.ts'
import { acceptInvitation } from './join.ts'
import type { Offer } from './offer.ts'
import { invitePeople } from './service.ts'

const KARMOY = 'NO-1149'
const DOVRE = 'NO-0511'
const LOM = 'NO-0514'

const { questions } = sampleRubric
const rubric = {
  ...sampleRubric,
  questions: { ...questions, plan: { ...questions.plan, area: 'Plans' } },
} as RubricData

/** An open round with three entries, whose people come by invitation. */
export async function populate(database: TestDatabase) {
  const { installation, organiser, rival, stranger, openedRound } = sceneOf(database, { rubric })
  const { db } = database
  const round = await openedRound()
  await invite(organiser, round, { units: [KARMOY, DOVRE, LOM] })
  const units = await db.selectFrom('entryUnit').selectAll().where('roundId', '=', round).execute()
  const entryOf = (unit: string) => units.find(row => row.unitId === unit)?.entryId ?? ''
  const asPerson = async (email: string): Promise<Context> => ({
    ...installation,
    user: await db
      .selectFrom('user')
      .select(['id', 'name', 'email'])
      .where('email', '=', email)
      .executeTakeFirstOrThrow(),
    role: 'participant',
    organisation: null,
  })
  /** The tokens in the letters to this address, the oldest first. */
  const tokensTo = async (email: string): Promise<string[]> => {
    const letters = await db
      .selectFrom('mail')
      .select('text')
      .where('recipient', '=', email)
      .orderBy('createdAt')
      .execute()
    return letters.flatMap(({ text }) => /\/join\/(\S+)/.exec(text)?.[1] ?? [])
  }
  const offer = (email: string, more: Partial<Offer> = {}) =>
    invitePeople(organiser, { round, people: [{ email, name: email, role: 'desk', ...more }] })
  return {
    db,
    organiser,
    rival,
    stranger,
    round,
    openedRound,
    karmoy: entryOf(KARMOY),
    dovre: entryOf(DOVRE),
    lom: entryOf(LOM),
    asPerson,
    tokensTo,
    offer,
    /** Somebody new who has taken the seat that they were offered. */
    seated: async (email: string, more: Partial<Offer> = {}): Promise<Context> => {
      await offer(email, more)
      await acceptInvitation(stranger, { token: (await tokensTo(email)).at(-1) ?? '' })
      return asPerson(email)
    },
  }
}
