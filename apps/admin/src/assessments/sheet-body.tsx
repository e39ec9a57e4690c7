import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import { FilterChoice } from '../ui/filter-choice.tsx'
import { Empty } from '../ui/states.tsx'
import { areasOf, isShown, SHOWN } from './areas.ts'
import { AreasNav } from './areas-nav.tsx'
import { FINDING_LAYERS, type Sheet } from './assessing.ts'
import styles from './assessments.module.css'
import { Keys } from './keys.tsx'
import { SheetQuestion } from './sheet-question.tsx'
import { sheetSearch } from './sheet-search.ts'
import { useKeys } from './use-keys.ts'

const route = getRouteApi('/rounds/$round/assess/$entry')

/** The questions beside their areas; one is in hand at a time for the keyboard. */
export function SheetBody({ round, sheet }: { round: Round; sheet: Sheet }) {
  const { t } = useTranslation('assessing')
  const { show = 'all', q } = route.useSearch()
  const navigate = useNavigate({ from: '/rounds/$round/assess/$entry' })
  // Who writes none is shown how far all have come.
  const layers = sheet.writes.length > 0 ? sheet.writes : FINDING_LAYERS.filter(seenIn(sheet))
  const items = sheet.items.filter(item => item.question === q || isShown(item, show, layers))
  const keys = useKeys(
    items.map(item => item.question),
    q,
  )
  const choose = (next: string | undefined) =>
    navigate({
      search: sheetSearch({ show: next === 'all' ? undefined : next }),
      replace: true,
      resetScroll: false,
    })
  return (
    <div className={styles.sheet}>
      <div className={styles.side}>
        <AreasNav areas={areasOf(round.rubric, sheet.items, layers)} />
        {sheet.writes.length > 0 && <Keys keys={keys} />}
      </div>
      <div className={styles.questions}>
        <div className={styles.filter}>
          <FilterChoice label={t('sheet.show')} value={show} choose={choose}>
            {SHOWN.map(one => (
              <option key={one} value={one}>
                {t(`sheet.${one}`)}
              </option>
            ))}
          </FilterChoice>
          <span className={styles.count} role="status">
            {t('sheet.count', { shown: items.length, of: sheet.items.length })}
          </span>
        </div>
        {items.length === 0 && <Empty title={t('sheet.none')} text={t('sheet.noneText')} />}
        {items.map(item => (
          <SheetQuestion key={item.question} round={round} sheet={sheet} item={item} />
        ))}
      </div>
    </div>
  )
}

const seenIn =
  ({ items }: Sheet) =>
  (layer: (typeof FINDING_LAYERS)[number]) =>
    items.some(item => item[layer] !== null)
