import { FileTextIcon, LinkIcon } from '@navikt/aksel-icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import type { Evidence } from './assessing.ts'
import styles from './assessments.module.css'

type Props = { evidence: readonly Evidence[]; beside?: (one: Evidence) => ReactNode }

/** What shows that something is so: files to download, and pages with the day on which somebody saw them. */
export function EvidenceList({ evidence, beside }: Props) {
  const { t } = useTranslation('assessing')
  const locale = useLocale()
  return (
    <ul className={styles.evidence} aria-label={t('sheet.evidence')}>
      {evidence.map(one => (
        <li key={one.id}>
          {one.kind === 'link' ? <LinkIcon aria-hidden /> : <FileTextIcon aria-hidden />}
          <a
            href={one.kind === 'link' ? (one.url ?? '') : `/api/evidence/${one.id}`}
            {...(one.kind === 'link' ? { target: '_blank', rel: 'noreferrer' } : {})}
          >
            {one.title}
          </a>
          {one.checkedOn !== null && (
            <span className={styles.fine}>
              {t('sheet.checkedOn', { day: formatDay(one.checkedOn, locale) })}
            </span>
          )}
          {beside?.(one)}
        </li>
      ))}
    </ul>
  )
}
