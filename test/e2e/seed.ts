import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { World } from '../world/create-world.ts'

/**
 * Real municipalities and counties with made-up answers, written as organisers write them. Two rows are bad: 1507 is what
 * Ålesund was called from 2020, and “Kanskje” is no option.
 */
export const ANSWERS = fileURLToPath(new URL('./kartlegging-2014.csv', import.meta.url))

export type Seeded = { draft: string; open: string; entry: string }

/** Rounds in the states that the demo does not have: a draft, and one that is open with answers. */
export async function seedRounds(world: World): Promise<Seeded> {
  const { api, fetch } = await world.as('organiser')
  const from = { edition: 'ekommuneprisen@2014' }
  const { id: draft } = await api.rounds.create.mutate({ from, title: 'A draft' })
  const { id: open } = await api.rounds.create.mutate({ from, title: 'An open round' })
  await api.rounds.configure.mutate({ id: open, version: 1, patch: { referenceDate: '2014-01-01' } })
  await api.rounds.open.mutate({ id: open, version: 2 })
  const form = new FormData()
  form.append('file', new Blob([await readFile(ANSWERS)]), 'kartlegging-2014.csv')
  const upload = await fetch('/api/upload', { method: 'POST', body: form })
  const { uploadId } = (await upload.json()) as { uploadId: string }
  const { token } = await api.entries.preview.mutate({ round: open, uploadId })
  await api.entries.import.mutate({ token, leaveOutBad: true })
  const { rows } = await api.results.get.query({ round: 'ekommuneprisen-2014-synthetic' })
  return { draft, open, entry: rows[0]?.entry ?? '' }
}
