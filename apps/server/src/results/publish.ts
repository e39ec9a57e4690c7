import type { AnswerValue } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import type { RecordedRound } from '@tumstock/rubric/record'
import { type Audited, audited } from '../audit/service.ts'
import { canonical, sha256 } from '../canonical.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { hasAnswered, isUnnamed, type Participant, participantsOf } from '../entries/rows.ts'
import { setCategory, writeAnswer } from '../entries/service.ts'
import type { Snapshot } from '../open-data/schemas.ts'
import { Refusal } from '../refusal.ts'
import { frozenDefinition, moveRound, ownRound, type RoundRow, reachResults } from '../rounds/service.ts'
import { changesBetween } from './diff.ts'
import { evaluateIn } from './evaluate.ts'
import { insertPublication, latestEvaluation, publication, publicationsOf } from './queries.ts'
import { questionShares } from './question-shares.ts'
import { snapshotOf } from './snapshot.ts'
import type { ResultsBody } from './view.ts'

export type Published = { version: number; sha256: string }

/** Who counts without a name is not told apart from who has not answered: of few, it would be named so. */
const responsesOf = (entries: readonly Participant[]): Snapshot['responses'] => {
  const answered = entries.filter(hasAnswered)
  const unnamed = answered.filter(isUnnamed).length
  const byKind = [...Map.groupBy(entries, one => one.kind)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, all]) => ({
      kind,
      invited: all.length,
      answered: answered.filter(one => one.kind === kind && !isUnnamed(one)).length,
    }))
  return unnamed === 0 ? byKind : [...byKind, { kind: 'unnamed', invited: 0, answered: unnamed }]
}

/** What a version says of a round that was scored here. */
const snapshotNow = async (
  tx: Tx,
  round: RoundRow,
  body: ResultsBody,
  stamp: Pick<Snapshot, 'version' | 'publishedAt' | 'erratum'>,
): Promise<Snapshot> => {
  const rubric = await frozenDefinition(tx, round)
  const entries = await participantsOf(tx, round.id)
  const counted = rubric.purpose === 'survey' ? questionShares(rubric, entries, entries.length) : []
  return snapshotOf({
    round,
    rubric,
    definition: round.definition ?? '',
    body,
    questions: counted,
    responses: responsesOf(entries),
    ...stamp,
  })
}

/** Writes a version down for good. */
async function store(tx: Tx, snapshot: Snapshot, by: string | null): Promise<Published> {
  const body = canonical(snapshot)
  const hash = sha256(body)
  const { version, publishedAt, erratum } = snapshot
  await insertPublication(tx, {
    roundId: snapshot.round.id,
    version,
    sha256: hash,
    body,
    erratum: erratum?.text ?? null,
    publishedAt,
    publishedBy: by,
  })
  return { version, sha256: hash }
}

const refuseErrors = ({ errors, rows }: ResultsBody): void => {
  if (errors.length === 0) return
  const nameOf = new Map(rows.map(row => [row.entry, row.name]))
  const lines = errors.slice(0, 20).map(({ path, code, entry, message }) => ({
    code,
    path,
    message: `${nameOf.get(entry) ?? entry}: ${message}`,
  }))
  throw new Refusal(
    'has-problems',
    `${errors.length} criteria could not be scored. Correct what is behind them first.`,
    { problems: lines },
  )
}

/** What can be published of a round now. @throws Refusal while a criterion could not be scored, or none was */
export async function publishable(tx: Tx, round: Pick<RoundRow, 'id' | 'state'>): Promise<ResultsBody> {
  const evaluation = round.state === 'evaluated' ? await latestEvaluation(tx, round.id) : undefined
  if (!evaluation) throw new Refusal('wrong-state', 'This round has no results yet. Evaluate it first.')
  const body = JSON.parse(evaluation.body) as ResultsBody
  refuseErrors(body)
  return body
}

/** Version 1 of what was evaluated; refused while a criterion could not be scored. */
export async function publishFirst(
  tx: Tx,
  round: RoundRow,
  body: ResultsBody,
  stamp: { at: string; by: string | null },
): Promise<Published> {
  refuseErrors(body)
  const snapshot = await snapshotNow(tx, round, body, { version: 1, publishedAt: stamp.at, erratum: null })
  return store(tx, snapshot, stamp.by)
}

/** Publishes what was evaluated. */
export const publishRound = (ctx: Context, id: string): Promise<Published> =>
  audited(ctx, 'results.publish', async tx =>
    publishIn(ctx, tx, await ownRound(ctx, tx, { id, states: ['evaluated'] })),
  )

/** The same in the transaction of whoever asks, who has seen to it that this may be. */
export async function publishIn(
  ctx: Pick<Context, 'now' | 'user'>,
  tx: Tx,
  round: RoundRow,
): Promise<Audited<Published>> {
  const body = await publishable(tx, round)
  await moveRound(tx, round, { state: 'published', publishedVersion: 1 })
  const result = await publishFirst(tx, round, body, { at: ctx.now(), by: ctx.user?.id ?? null })
  return { subject: `round/${round.id}`, detail: result, result }
}

export type Correction =
  | { entry: string; question: string; value: AnswerValue | null }
  | { entry: string; category: string | null }

/** Corrects what was published: changes it, scores again, and publishes the next version with what differs. */
export async function correctRound(
  ctx: Context,
  { round: id, erratum, changes }: { round: string; erratum: string; changes: readonly Correction[] },
): Promise<Published & { changes: number }> {
  return audited(ctx, 'results.correct', async tx => {
    const round = await ownRound(ctx, tx, { id, states: ['published'] })
    const before = await publication(tx, id)
    if (!before) throw new Refusal('wrong-state', 'This round has no published version to correct.')
    const version = before.version + 1
    await moveRound(tx, round, { publishedVersion: version })
    const rubric = await frozenDefinition(tx, round)
    for (const change of changes) {
      if ('question' in change) await writeAnswer(tx, { round: id, rubric, ctx }, change)
      else await setCategory(tx, { round: id, rubric }, change)
    }
    const body = await evaluateIn(ctx, tx, round)
    refuseErrors(body)
    const stamp = { version, publishedAt: ctx.now(), erratum: null }
    const after = await snapshotNow(tx, round, body, stamp)
    const differs = changesBetween(JSON.parse(before.body) as Snapshot, after)
    const corrected = { ...after, erratum: { text: erratum, corrects: before.version, changes: differs } }
    const published = await store(tx, corrected, ctx.user?.id ?? null)
    return { subject: `round/${id}`, detail: published, result: { ...published, changes: differs.length } }
  })
}

export async function listPublications(ctx: Context, id: string) {
  const round = await reachResults(ctx, ctx.db, id)
  return (await publicationsOf(ctx.db, round.id)).map(row => ({
    version: row.version,
    sha256: row.sha256,
    publishedAt: row.publishedAt,
    erratum: row.erratum,
    changes: (JSON.parse(row.body) as Snapshot).erratum?.changes ?? [],
  }))
}

/** The first version of a record; a later one, with an erratum, where the plugin's facts have changed since. */
export async function publishRecord(
  tx: Tx,
  from: { round: RoundRow; rubric: RubricData; body: ResultsBody; at: string },
): Promise<Published | null> {
  const { round, rubric, body, at } = from
  const record = JSON.parse(round.record ?? 'null') as RecordedRound
  const before = await publication(tx, round.id)
  const responses = (record.responses ?? []).map(({ kind, invited, answered }) => ({
    kind,
    invited,
    answered,
  }))
  const definition = round.definition ?? round.base
  const made = (stamp: Pick<Snapshot, 'version' | 'publishedAt' | 'erratum'>) =>
    snapshotOf({ round, rubric, definition, body, questions: [], responses, ...stamp })
  if (!before) return store(tx, made({ version: 1, publishedAt: at, erratum: null }), null)
  const was = JSON.parse(before.body) as Snapshot
  const same = made({ version: was.version, publishedAt: was.publishedAt, erratum: was.erratum })
  if (sha256(canonical(same)) === before.sha256) return null
  const after = made({ version: before.version + 1, publishedAt: at, erratum: null })
  const erratum = {
    text: 'The record has been revised.',
    corrects: before.version,
    changes: changesBetween(was, after),
  }
  return store(tx, { ...after, erratum }, null)
}
