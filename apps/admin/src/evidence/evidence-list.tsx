import { FileTextIcon, LinkIcon } from '@navikt/aksel-icons'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import styles from './evidence.module.css'
import type { Evidence } from './evidence.ts'
import { RemoveEvidence } from './remove-evidence.tsx'

type Props = {
  evidence: readonly Evidence[]
  /** Where some of it may be taken away: of which entry, and what to do then. */
  removing?: { round: string; entry: string; removed: () => Promise<unknown> }
}

/** What shows that something is so: files to download, and pages with the day on which somebody saw them. */
export function EvidenceList({ evidence, removing }: Props) {
  const { t } = useTranslation('evidence')
  const locale = useLocale()
  return (
    <ul className={styles.list} aria-label={t('title')}>
      {evidence.map(one => (
        <li key={one.id}>
          {one.kind === 'link' ? <LinkIcon aria-hidden /> : <FileTextIcon aria-hidden />}
          <span>
            <a
              href={one.kind === 'link' ? (one.url ?? '') : `/api/evidence/${one.id}`}
              {...(one.kind === 'link' && { target: '_blank', rel: 'noreferrer noopener' })}
            >
              {one.title}
            </a>{' '}
            <small className="ts-muted">
              {one.checkedOn !== null && t('checked', { day: formatDay(one.checkedOn, locale) })}
              {one.size !== null && sizeIn(one.size, locale)}
            </small>
          </span>
          {removing && <RemoveEvidence {...removing} evidence={one} />}
        </li>
      ))}
    </ul>
  )
}

const sizeIn = (bytes: number, locale: string): string => {
  const [unit, amount] =
    bytes < 1e6 ? (['kilobyte', bytes / 1e3] as const) : (['megabyte', bytes / 1e6] as const)
  const look = { style: 'unit', unit, maximumFractionDigits: amount < 10 ? 1 : 0 } as const
  return new Intl.NumberFormat(locale, look).format(amount)
}
