import { z } from 'zod'
import { sha256 } from '../canonical.ts'
import { StartupError } from '../startup-error.ts'
import { type Part, partsIn } from './archive.ts'

export const MANIFEST = 'manifest.json'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const part = z.strictObject({ name: z.string(), size: z.int().min(0), sha256: hash })

/** The last part of a backup: what the others are, and from when. */
const manifest = z.strictObject({
  format: z.literal(1),
  /** When the data stood as they are here, ISO-8601 UTC. */
  at: z.iso.datetime(),
  /** The migrations that the database had had. */
  migrations: z.array(z.string()).min(1),
  /** End of the audit log. */
  log: z.strictObject({ rows: z.int().min(0), head: hash }),
  /** What was wrong already when it was made, line by line. */
  findings: z.array(z.string()),
  /** True when the signing secret is in it. */
  secret: z.boolean(),
  rows: z.record(z.string(), z.int().min(0)),
  parts: z.array(part),
})

export type Manifest = z.infer<typeof manifest>

/** Reads a backup from end to end. @throws StartupError where it is not exactly what its manifest says */
export async function checkArchive(path: string): Promise<Manifest> {
  const refuse = (why: string, cause?: unknown) =>
    new StartupError(`${path} is not a whole backup: ${why}. Nothing was changed.`, { cause })
  const found: Part[] = []
  let last: { name: string; bytes: Buffer } | undefined
  try {
    for await (const one of partsIn(path)) {
      if (last) found.push({ name: last.name, size: last.bytes.length, sha256: sha256(last.bytes) })
      last = one
    }
  } catch (cause) {
    throw refuse(cause instanceof Error ? cause.message : String(cause), cause)
  }
  if (last?.name !== MANIFEST) throw refuse('its last part is no manifest')
  const read = manifest.safeParse(jsonIn(last.bytes))
  if (!read.success) throw refuse('its manifest cannot be read by this version')
  const wanted = read.data.parts
  const wrong = wanted.find(
    ({ name, size, sha256 }, at) =>
      found[at]?.name !== name || found[at].size !== size || found[at].sha256 !== sha256,
  )
  if (wrong) throw refuse(`${wrong.name} does not have the SHA-256 that the manifest says`)
  if (found.length > wanted.length) throw refuse(`the manifest does not name ${found[wanted.length]?.name}`)
  return read.data
}

const jsonIn = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}
