import { writeFile } from 'node:fs/promises'
import { harmless } from '@tumstock/tables/harmless'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { BadInput } from './failure.ts'

export type Format = 'csv' | 'json'

/** What `--format` says. */
export function formatOf(format: string): Format {
  if (format !== 'csv' && format !== 'json')
    throw new BadInput(`--format ${format}: allowed are csv and json.`)
  return format
}

/** A number that an option names. */
export function numberOf(option: string, text: string, allowed: { least: number; whole: boolean }): number {
  const number = Number(text)
  const fits = text.trim() !== '' && number >= allowed.least && (!allowed.whole || Number.isInteger(number))
  if (fits && Number.isFinite(number)) return number
  throw new BadInput(
    `${option} ${text}: allowed is a ${allowed.whole ? 'whole ' : ''}number from ${allowed.least}.`,
  )
}

/** A moment that an option names; without a zone nobody could tell which. */
export function timeOf(option: string, text: string): string {
  const read = z
    .union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })])
    .safeParse(text)
  if (read.success) return new Date(text).toISOString()
  throw new BadInput(`${option} ${text}: allowed is a time with its zone, as 2026-11-22T15:00Z.`)
}

/** To a file where `--out` names one, else to standard output. */
export async function put(text: string, path: string | undefined): Promise<void> {
  if (path === undefined) {
    process.stdout.write(text)
    return
  }
  await writeFile(path, text).catch((cause: Error) => {
    throw new BadInput(`--out ${path}: cannot be written (${cause.message}).`)
  })
}

/** One line per record under a header; nothing is rounded, and what a spreadsheet would run is not. */
export const csvText = (records: readonly Readonly<Record<string, unknown>>[]): string =>
  stringify([...records], {
    header: true,
    cast: { boolean: value => (value ? 'true' : 'false'), string: harmless },
  })

export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
