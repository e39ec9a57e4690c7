import { useMemo } from 'react'
import type { Round } from '../rounds/round.ts'
import { ChartFrame } from '../ui/chart/chart-frame.tsx'
import { drawSlope } from '../ui/chart/slope.ts'
import { categoryColour } from '../ui/colours.ts'
import styles from './survey.module.css'
import { questionText, type TrendRow, type WaveLine, wavesOf } from './survey.ts'
import type { Words } from './use-words.ts'

type Props = { round: Round; trends: readonly TrendRow[]; words: Words }

/** This wave against the earlier ones: the change in percentage points, and whether it is more than chance where that is known. */
export function WavesPicture({ round, trends, words }: Props) {
  const { t } = words
  const { years, pictures } = useMemo(() => {
    const waves = wavesOf(trends, round.year)
    const byQuestion = [...Map.groupBy(waves.lines, line => line.question).values()]
    const single = byQuestion.filter(lines => lines.length === 1).flat()
    const several = byQuestion.filter(lines => lines.length > 1)
    return { years: waves.years, pictures: single.length > 0 ? [single, ...several] : several }
  }, [trends, round.year])
  return (
    <section className={styles.part} aria-labelledby="waves">
      <h2 id="waves">{t('waves')}</h2>
      <div className={styles.questions}>
        {pictures.map(lines => (
          <Picture key={lines[0]?.question} lines={lines} years={years} round={round} words={words} />
        ))}
      </div>
    </section>
  )
}

type PictureProps = { lines: readonly WaveLine[]; years: readonly number[]; round: Round; words: Words }

function Picture({ lines, years, round, words }: PictureProps) {
  const { t } = words
  const one = new Set(lines.map(line => line.question)).size === 1 && lines.length > 1
  const draw = useMemo(
    () =>
      drawSlope({
        waves: years.map(String),
        show: words.percent,
        lines: lines.map((line, at) => ({
          id: `${line.question} ${line.option}`,
          label: one ? words.option(line.question, line.option) : questionText(round.rubric, line.question),
          colour: categoryColour(at),
          shares: line.shares,
          note: `${words.t('change', { change: words.signed(line.last.change), year: line.last.year })}; ${words.certainty(line.last)}`,
        })),
      }),
    [lines, years, words, round.rubric, one],
  )
  const span = { from: years[0], to: years.at(-1) }
  const first = lines[0]
  return (
    <ChartFrame
      level={3}
      title={one && first ? questionText(round.rubric, first.question) : t('wavesTitle', span)}
      subtitle={t('wavesUnit')}
      method=""
      source={words.source}
      file="tumstock-waves"
      draw={draw}
      table={{
        columns: [
          { title: t('question') },
          { title: t('option') },
          ...years.map(year => ({ title: String(year), show: words.percent })),
          { title: t('changeHead'), show: words.signed },
          { title: t('certainty') },
        ],
        rows: lines.map(({ question, option, shares, last }) => [
          questionText(round.rubric, question),
          words.option(question, option),
          ...shares,
          last.change,
          words.certainty(last),
        ]),
      }}
    />
  )
}
