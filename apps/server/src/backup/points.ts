import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { StartupError } from '../startup-error.ts'

/** A backup in a folder of backups; each is a point that can be gone back to. */
export type Point = { at: string; path: string }

const NAME = /^tumstock-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)Z\.tar\.gz$/

/** Colons are not for file names everywhere. */
export const pointName = (at: string): string => `tumstock-${at.slice(0, 19).replaceAll(':', '-')}Z.tar.gz`

/** The backups in a folder, oldest first. */
async function pointsIn(folder: string): Promise<Point[]> {
  return (await readdir(folder))
    .flatMap(name => {
      const [, hour, minute, second] = NAME.exec(name) ?? []
      return hour === undefined ? [] : [{ at: `${hour}:${minute}:${second}Z`, path: join(folder, name) }]
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** The last backup at or before a time; without one, the last of all. */
export async function pointAt(folder: string, time: string | undefined): Promise<Point> {
  const points = await pointsIn(folder)
  const before = points.filter(point => time === undefined || Date.parse(point.at) <= Date.parse(time))
  const last = before.at(-1)
  if (last) return last
  const first = points[0]
  throw new StartupError(
    first
      ? `${folder} has no backup from ${time} or before. The oldest is from ${first.at}.`
      : `${folder} holds no backup.`,
  )
}

/** Leaves the newest ones; gives how many are gone. */
export async function keepNewest(folder: string, keep: number): Promise<number> {
  const old = (await pointsIn(folder)).slice(0, -keep)
  for (const { path } of old) await rm(path)
  return old.length
}
