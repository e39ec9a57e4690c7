import type { LoadedPlugin } from '@tumstock/rubric/load'
import type { RecordedRound } from '@tumstock/rubric/record'
import { audited } from '../audit/service.ts'
import { canonical } from '../canonical.ts'
import { asItself, type Installation } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { publishRecord } from '../results/publish.ts'
import { bodyOfRecord } from '../results/record-body.ts'
import { keepDefinition } from '../rubrics/definitions.ts'
import { NO_EDITS } from './edits.ts'
import { insertRound, type RoundRow, roundById, updateRound } from './queries.ts'
import { timeZoneOf } from './time-zone.ts'

/** Puts every plugin's published facts among the rounds; what stands there already is left alone. */
export async function keepRecords(installation: Installation): Promise<void> {
  for (const plugin of installation.rubrics.loaded)
    for (const record of plugin.rounds) await keepRecord(installation, plugin, record)
}

async function keepRecord(
  installation: Installation,
  plugin: LoadedPlugin,
  record: RecordedRound,
): Promise<void> {
  const edition = plugin.editions.find(one => one.rubric.edition === record.edition)
  const broken = edition?.problems.some(problem => problem.severity === 'error') ?? true
  if (!edition || broken) {
    installation.log.warn(
      { plugin: plugin.id, edition: record.edition },
      'a record of a broken edition is left out',
    )
    return
  }
  const { rubric } = edition
  const id = `${rubric.id}-${rubric.edition}-record`
  const text = canonical(record)
  const definition = await installation.db
    .transaction()
    .execute(tx => keepDefinition(tx, rubric, installation.now()))
  const before = await roundById(installation.db, id)
  if (before?.record === text && before.definition === definition) return
  await audited(asItself(installation), 'rounds.record', async tx => {
    const now = installation.now()
    const round = {
      ...recordRound({ id, record, text, definition, now, rubric }),
      ...(before && { version: before.version, publishedVersion: before.publishedVersion }),
    }
    await put(tx, before, round)
    const published = await publishRecord(tx, { round, rubric, body: bodyOfRecord(rubric, record), at: now })
    if (published)
      await tx
        .updateTable('round')
        .set({ publishedVersion: published.version })
        .where('id', '=', id)
        .execute()
    return { subject: `round/${id}`, detail: { definition, ...published }, result: undefined }
  })
}

async function put(tx: Tx, before: RoundRow | undefined, round: RoundRow): Promise<void> {
  // Another server that starts at the same time may have put it there; it is the same.
  if (before) await updateRound(tx, before, round)
  else await insertRound(tx, round, [])
}

type Made = {
  id: string
  record: RecordedRound
  text: string
  definition: string
  now: string
  rubric: LoadedPlugin['editions'][number]['rubric']
}

const recordRound = ({ id, record, text, definition, now, rubric }: Made): RoundRow => ({
  id,
  organizationId: null,
  kind: 'record',
  state: 'published',
  title: record.title,
  description: '',
  rubricId: rubric.id,
  edition: rubric.edition,
  year: record.year,
  country: rubric.country,
  referenceDate: record.referenceDate,
  base: definition,
  edits: JSON.stringify(NO_EDITS),
  definition,
  functionsHash: null,
  timeZone: timeZoneOf(rubric.country),
  releaseAt: null,
  twoFactorFor: '[]',
  prefillFrom: null,
  nomineesAt: null,
  clonedFrom: null,
  record: text,
  openedAt: now,
  publishedVersion: null,
  createdAt: now,
  createdBy: null,
  version: 1,
})
