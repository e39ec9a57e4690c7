import { ToggleGroup } from '@digdir/designsystemet-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { formatNumber } from '@tumstock/engine/display'
import { useTranslation } from 'react-i18next'
import { FINDING_LAYERS, type Item } from '../assessments/assessing.ts'
import { POINT_DECIMALS } from '../assessments/effect-lines.tsx'
import type { Round } from '../rounds/round.ts'
import { useLocale } from '../ui/locale.ts'
import { FindingCard } from './finding-card.tsx'
import styles from './findings.module.css'
import type { Findings } from './findings-page.tsx'
import { findingsSearch } from './findings-search.ts'
import { pointsOf } from './points-of.ts'

const route = getRouteApi('/rounds/$round/findings/$entry')

const differs = (item: Item) =>
  FINDING_LAYERS.some(layer => item[layer]?.verdict === 'differ' || item[layer]?.reply)

/** The questions that were checked; at first those in which something else was found. */
export function FindingsList({ round, findings }: { round: Round; findings: Findings }) {
  const { t } = useTranslation('assessing')
  const locale = useLocale()
  const { show } = route.useSearch()
  const navigate = useNavigate({ from: '/rounds/$round/findings/$entry' })
  const { items, entry, mayReply, windows, timeZone } = findings
  const differing = items.filter(differs)
  const shown = show === 'all' ? items : differing
  const { points, known } = pointsOf(items)
  const number = formatNumber(points, { decimals: POINT_DECIMALS, locale })
  return (
    <div className={styles.list}>
      {known && (
        <p className={styles.total}>
          <strong>{t('findings.total', { points: `${points > 0 ? '+' : ''}${number}` })}</strong>
          <small>{t('findings.totalHelp')}</small>
        </p>
      )}
      <ToggleGroup
        data-size="sm"
        data-toggle-group={t('findings.show')}
        value={show ?? 'differing'}
        onChange={next =>
          navigate({
            search: findingsSearch(next === 'all' ? { show: 'all' } : {}),
            replace: true,
            resetScroll: false,
          })
        }
      >
        <ToggleGroup.Item value="differing">
          {t('findings.differing', { count: differing.length })}
        </ToggleGroup.Item>
        <ToggleGroup.Item value="all">{t('findings.all', { count: items.length })}</ToggleGroup.Item>
      </ToggleGroup>
      {shown.length === 0 && <p>{t('findings.allAgree')}</p>}
      {shown.map(item => (
        <FindingCard
          key={item.question}
          round={round}
          entry={entry.id}
          item={item}
          reply={{ mayReply, windows, timeZone }}
        />
      ))}
    </div>
  )
}
