import { backUpTo } from '@tumstock/server/backup'
import { FINDINGS } from './failure.ts'
import { asOperator } from './operator.ts'
import { numberOf } from './output.ts'
import { withProgress } from './progress.ts'

/** Backs the installation up that DATA_DIR and DATABASE_URL name; it may be running. */
export async function backup(
  where: string,
  { keep, withSecret = false }: { keep?: string; withSecret?: boolean },
): Promise<void> {
  const kept = keep === undefined ? undefined : numberOf('--keep', keep, { least: 1, whole: true })
  const { path, size, removed, manifest } = await withProgress('Backing up', onProgress =>
    asOperator(backUpTo(where, { keep: kept, withSecret, onProgress })),
  )
  const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0)
  const files = manifest.parts.filter(part => part.name.startsWith('uploads/')).length
  const lines = [
    `${path}: ${rows} rows and ${files} files as of ${manifest.at}, ${size} bytes`,
    `log: ${manifest.log.rows} rows, head ${manifest.log.head}`,
    ...(manifest.secret
      ? []
      : ['without the signing secret: keep it beside the backup, second factors cannot be read without it']),
    ...(removed > 0 ? [`${removed} older removed`] : []),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  for (const finding of manifest.findings) process.stderr.write(`${finding}\n`)
  if (manifest.findings.length > 0) process.exitCode = FINDINGS
}
