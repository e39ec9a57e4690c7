import { Checkbox, Details, Fieldset, Paragraph } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import type { RoundRow } from '../rounds/round.ts'
import { MarkTag } from '../ui/tags.tsx'
import styles from './compare.module.css'
import { MOST_ROUNDS, toggled } from './compare-search.ts'

type Props = {
  rounds: readonly RoundRow[]
  picked: readonly string[]
  pick: (rounds: readonly string[]) => void
}

/** Rounds by country. Open at first where fewer than two are picked; it does not close under the hand that picks. */
export function RoundPicker({ rounds, picked, pick }: Props) {
  const { t } = useTranslation('compare')
  const started = picked.length >= 2
  return (
    <Details className={styles.picked} data-size="sm" variant="default" defaultOpen={!started}>
      <Details.Summary>{started ? t('pickMore', { count: picked.length }) : t('pick')}</Details.Summary>
      <Details.Content>
        <Choices rounds={rounds} picked={picked} pick={pick} />
      </Details.Content>
    </Details>
  )
}

function Choices({ rounds, picked, pick }: Props) {
  const { t } = useTranslation()
  const { t: tc } = useTranslation('compare')
  const byCountry = Map.groupBy(
    rounds.toSorted(
      (a, b) => a.country.localeCompare(b.country) || b.year - a.year || a.title.localeCompare(b.title),
    ),
    round => round.country,
  )
  const full = picked.length >= MOST_ROUNDS
  return (
    <div className={styles.choices}>
      <Paragraph data-size="sm" className={styles.choicesText}>
        {tc(full ? 'full' : 'pickText')}
      </Paragraph>
      {[...byCountry].map(([country, some]) => (
        <Fieldset key={country} data-size="sm">
          <Fieldset.Legend>{t(`country.${country as 'NO'}`)}</Fieldset.Legend>
          {some.map(({ id, title, year, kind }) => (
            <div key={id} className={styles.choice}>
              <Checkbox
                label={title.includes(String(year)) ? title : `${title} (${year})`}
                value={id}
                checked={picked.includes(id)}
                disabled={full && !picked.includes(id)}
                onChange={() => pick(toggled(picked, id, MOST_ROUNDS))}
              />
              {kind === 'round' ? null : <MarkTag mark={kind} />}
            </div>
          ))}
        </Fieldset>
      ))}
    </div>
  )
}
