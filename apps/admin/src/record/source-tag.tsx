import { Link } from '@digdir/designsystemet-react'
import type { RoundRecord } from './record.ts'

/** Where a fact stands, in short; in full further down the page. */
export function SourceTag({ id, record }: { id: string; record: RoundRecord }) {
  const source = record.sources.find(one => one.id === id)
  if (!source) return <code>{id}</code>
  return (
    <Link href={`#source-${id}`} title={source.title}>
      {id}
    </Link>
  )
}
