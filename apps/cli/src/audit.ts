import { verifyInstallation } from '@tumstock/server/backup'
import { BadInput, FINDINGS } from './failure.ts'
import { asOperator } from './operator.ts'

/** Looks in the installation that DATA_DIR and DATABASE_URL name for what has been tampered with. */
export async function audit(what: string, { head }: { head?: string }): Promise<void> {
  if (what !== 'verify') throw new BadInput(`audit ${what}: allowed is verify.`)
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head))
    throw new BadInput(
      `--head ${head}: allowed is a hash of 64 hexadecimal digits, as "audit verify" prints it.`,
    )
  const {
    rows,
    head: now,
    publications,
    submissions,
    files,
    findings,
  } = await asOperator(verifyInstallation(head))
  for (const finding of findings) process.stdout.write(`${finding}\n`)
  if (findings.length > 0) process.exitCode = FINDINGS
  else
    process.stdout.write(
      `whole: ${rows} rows, ${publications} publications, ${submissions} submissions, ${files} files\n`,
    )
  process.stdout.write(`head ${now}\n`)
}
