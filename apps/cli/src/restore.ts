import { restoreFrom } from '@tumstock/server/backup'
import { asOperator } from './operator.ts'
import { timeOf } from './output.ts'
import { withProgress } from './progress.ts'

/** Restores into the installation that DATA_DIR and DATABASE_URL name; no server may be running on it. */
export async function restore(
  where: string,
  { to, force = false }: { to?: string; force?: boolean },
): Promise<void> {
  const time = to === undefined ? undefined : timeOf('--to', to)
  const { path, manifest, before, letters, secretMissing } = await withProgress('Restoring', onProgress =>
    asOperator(restoreFrom(where, { to: time, force, onProgress })),
  )
  const lines = [
    `${path}: restored as of ${manifest.at}${time === undefined ? '' : `, ${gapBetween(manifest.at, time)} before ${time}`}`,
    `log: ${manifest.log.rows} rows, head ${manifest.log.head}`,
    ...(before === null ? [] : [`what was there before is in ${before}`]),
    ...(secretMissing ? ['there is no signing secret: put DATA_DIR/secret or BETTER_AUTH_SECRET back'] : []),
    ...(letters > 0 ? [`${letters} letters were waiting then and go out when a server starts`] : []),
    'everyone signs in anew',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** How much of what was done is not there: `1 h 5 min 3 s`. */
function gapBetween(from: string, to: string): string {
  const seconds = Math.floor((Date.parse(to) - Date.parse(from)) / 1000)
  const units = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const
  const said = units.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`)
  return said.length > 0 ? said.join(' ') : '0 s'
}
