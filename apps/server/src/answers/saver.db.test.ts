import fc from 'fast-check'
import { expect, it } from 'vitest'
import { verify } from '../audit/service.ts'
import type { Context } from '../context.ts'
import { eachDialect, type TestDatabase } from '../db/each-dialect.ts'
import { openDatabase } from '../db/open.ts'
import { type Answering, answeringScene, type Someone } from './scene.ts'

/** One save, sent beside others; who sends it has seen version `seen` of the answer, or the one that its last save got. */
type Step = { by: number; entry: number; question: string; value: string | null; seen: 'own' | 0 }
type Told = { step: Step; version: number; written?: number; removed?: readonly string[]; code?: string }

const VALUES: Record<string, readonly (string | null)[]> = {
  plan: ['yes', 'partly', 'no', null],
  adopted: ['yes', 'no', null],
  when: ['2014-01-01', '2014-02-02', null],
  story: ['one', 'two', null],
}
const step: fc.Arbitrary<Step> = fc.constantFrom(...Object.keys(VALUES)).chain(question =>
  fc.record({
    by: fc.nat(3),
    entry: fc.nat(1),
    question: fc.constant(question),
    value: fc.constantFrom(...(VALUES[question] ?? [])),
    seen: fc.constantFrom<'own' | 0>('own', 'own', 0),
  }),
)

/** The servers that share a database: two where it can be shared. */
async function serversOn(database: TestDatabase) {
  const { url } = database
  const second = url === null ? null : await openDatabase({ url }, error => expect(error).toBeUndefined())
  return {
    dbs: second ? [database.db, second.db] : [database.db],
    [Symbol.asyncDispose]: async () => second?.close(),
  }
}

const changesOf = async ({ db }: TestDatabase, subject: string) => {
  const rows = await db
    .selectFrom('audit')
    .select('detail')
    .where('action', '=', 'answers.save')
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute()
  return rows.map(
    row => JSON.parse(row.detail) as { question: string; version: number; removed?: readonly string[] },
  )
}

/** Sends all at once, one after another only where the same person sends. */
async function send(scene: Answering, people: readonly Someone[], steps: readonly Step[]): Promise<Told[]> {
  const entries = [scene.entries.Oslo!, scene.entries.Asker!]
  const told: Told[] = []
  const lines = people.map(async ({ api }, by) => {
    const known = new Map<string, number>()
    for (const one of steps.filter(candidate => candidate.by === by)) {
      const key = `${one.entry}/${one.question}`
      const version = one.seen === 0 ? 0 : (known.get(key) ?? 0)
      const { question, value } = one
      const input = { round: scene.round, entry: entries[one.entry]!, question, value, version }
      const answer: Told = await api.answers.save(input).then(
        written => ({ step: one, version, written: written.version, removed: written.removed }),
        (error: { cause?: { reason?: { code: string } } }) => ({
          step: one,
          version,
          code: error.cause?.reason?.code ?? String(error),
        }),
      )
      if (answer.written !== undefined) known.set(key, answer.written)
      told.push(answer)
    }
  })
  await Promise.all(lines)
  return told
}

/** What the log says happened, done again one by one: what is told has to be what that comes to. */
async function replay(
  database: TestDatabase,
  scene: Answering,
  at: { entry: number; told: readonly Told[] },
) {
  const id = [scene.entries.Oslo!, scene.entries.Asker!][at.entry]!
  const told = at.told.filter(one => one.step.entry === at.entry)
  const answers = new Map<string, { value: string | null; version: number }>()
  let version = 1
  for (const change of await changesOf(database, `round/${scene.round}/entry/${id}`)) {
    version += 1
    const { question } = change
    const stood = answers.get(question)?.version ?? 0
    if (change.version === 0) answers.delete(question)
    else {
      const [save, ...others] = told.filter(
        one =>
          one.written === change.version && one.step.question === question && one.version !== change.version,
      )
      // Whoever sent the same value again was told of the same version.
      const same = [save, ...others].filter(one => one?.version === stood)
      expect([change.version, same.length > 0]).toEqual([version, true])
      answers.set(question, { value: same[0]?.step.value ?? null, version })
    }
    for (const removed of change.removed ?? []) answers.delete(removed)
  }
  return { id, version, answers }
}

eachDialect('saves', open => {
  it('at the same time come to what they would one after another, whichever server takes them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async steps => {
        await using database = await open()
        await using servers = await serversOn(database)
        const scene = await answeringScene(database)
        const people: Someone[] = []
        for (const by of [0, 1, 2, 3]) {
          const entries = [scene.entries.Oslo!, scene.entries.Asker!]
          for (const entry of entries) await scene.seat(`person-${by}`, 'contributor', { entry })
          const ctx: Context = {
            ...(await scene.seat(`person-${by}`, 'observer')).ctx,
            db: servers.dbs[by % servers.dbs.length]!,
          }
          people.push(scene.someone(ctx))
        }
        const told = await send(scene, people, steps)
        expect(told.length).toBe(steps.length)
        expect(
          told.filter(one => one.code !== undefined && !['stale', 'wrong-state'].includes(one.code)),
        ).toEqual([])
        expect(await verify(database.db)).toBe(null)
        for (const entry of [0, 1]) {
          const { id, version, answers } = await replay(database, scene, { entry, told })
          const row = await database.db
            .selectFrom('entry')
            .select('version')
            .where('id', '=', id)
            .executeTakeFirstOrThrow()
          const stands = await database.db
            .selectFrom('answer')
            .select(['question', 'value', 'version'])
            .where('entryId', '=', id)
            .orderBy('question')
            .execute()
          expect(row.version).toBe(version)
          expect(stands).toEqual(
            [...answers]
              .map(([question, one]) => ({
                question,
                value: JSON.stringify(one.value),
                version: one.version,
              }))
              .sort((a, b) => (a.question < b.question ? -1 : 1)),
          )
        }
      }),
      { numRuns: 10 },
    )
  })
})
