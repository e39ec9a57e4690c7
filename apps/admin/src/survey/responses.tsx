import { Alert } from '@digdir/designsystemet-react'
import { formatNumber } from '@tumstock/engine/display'
import { useMemo } from 'react'
import { ChartFrame } from '../ui/chart/chart-frame.tsx'
import { drawShareBars } from '../ui/chart/share-bars.ts'
import { MUTED } from '../ui/colours.ts'
import styles from './survey.module.css'
import type { Survey } from './survey.ts'
import type { Words } from './use-words.ts'

type Props = { survey: Survey; words: Words }

/** Who answered, by group, and the warning where that leans to one side. */
export function Responses({ survey, words }: Props) {
  const { t, percent, whole, group } = words
  const { all, by } = survey.responseRate
  const draw = useMemo(() => {
    const bars = survey.responseRate.by.map(({ group: id, rate, answered, invited }) => ({
      id,
      label: words.group(id),
      share: rate,
      low: null,
      high: null,
      note: `${rate === null ? '–' : words.percent(rate)}, ${words.t('answeredOf', { answered: words.whole(answered), invited: words.whole(invited) })}`,
    }))
    return drawShareBars({ panels: [{ id: 'all', title: null, bars }], colour: MUTED, show: words.percent })
  }, [survey, words])
  if (all.rate === null) return <p className="ts-muted">{t('notPublished')}.</p>
  return (
    <section className={styles.part}>
      <Warning survey={survey} words={words} />
      <ChartFrame
        title={t('responded', {
          rate: percent(all.rate),
          answered: whole(all.answered),
          invited: whole(all.invited),
        })}
        subtitle={`${t('respondedUnit')}. ${t('respondedBy')}: ${t(`cuts.${survey.by}`).toLowerCase()}`}
        method=""
        source={words.source}
        file="tumstock-responses"
        draw={draw}
        table={{
          columns: [
            { title: t('group') },
            { title: t('count'), show: whole },
            { title: 'N', show: whole },
            { title: t('share'), show: percent },
          ],
          rows: by.map(row => [group(row.group), row.answered, row.invited, row.rate]),
        }}
      />
    </section>
  )
}

function Warning({ survey: { representativeness }, words }: Props) {
  const { t, locale } = words
  if (!representativeness?.warning) return null
  const { bands, test, warning } = representativeness
  const sorted = bands.toSorted((a, b) => b.deviation - a.deviation)
  const points = (band: (typeof bands)[number] | undefined) =>
    band
      ? t('representative.points', { group: words.group(band.band), change: words.signed(band.deviation) })
      : '–'
  return (
    <Alert data-color="warning">
      <h2 className={styles.warning}>{t(`representative.${warning}`)}</h2>
      <p>{t('representative.text', { over: points(sorted[0]), under: points(sorted.at(-1)) })}</p>
      {test && (
        <p className="ts-muted">
          {t('representative.test', {
            chi: formatNumber(test.chiSquare, { decimals: 1, locale }),
            df: test.df,
            p: formatNumber(test.p, { decimals: 3, locale }),
          })}
        </p>
      )}
    </Alert>
  )
}
