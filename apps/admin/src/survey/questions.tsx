import { useMemo } from 'react'
import type { Round } from '../rounds/round.ts'
import type { Draw } from '../ui/chart/chart.ts'
import { ChartFrame } from '../ui/chart/chart-frame.tsx'
import { drawShareBars } from '../ui/chart/share-bars.ts'
import { countryColour } from '../ui/colours.ts'
import styles from './survey.module.css'
import { cutPanels, type Panel, questionText, recordedPanels, type Survey, wholePanel } from './survey.ts'
import type { Words } from './use-words.ts'

type Props = { round: Round; survey: Survey; words: Words; cut: boolean; text: string }

type Asked = { id: string; panels: readonly Panel[]; ground: string; printed: boolean }

/** Each question as bars with what is known of their certainty; cut by groups, one panel per answer. */
export function Questions({ round, survey, words, cut, text }: Props) {
  const { t } = words
  const all = useMemo(() => askedOf(round, survey, { words, cut }), [round, survey, words, cut])
  const sought = text.trim().toLowerCase()
  const found = all.filter(({ id }) => questionText(round.rubric, id).toLowerCase().includes(sought))
  if (all.length === 0) return <p>{t('noQuestions')}.</p>
  return (
    <>
      <p className="ts-muted" role="status">
        {found.length === 0 ? t('nothing') : t('found', { count: found.length })}
      </p>
      <div className={styles.questions} data-cut={cut}>
        {found.map(asked => (
          <Question key={asked.id} asked={asked} round={round} words={words} />
        ))}
      </div>
    </>
  )
}

const askedOf = (round: Round, survey: Survey, { words, cut }: Pick<Props, 'words' | 'cut'>): Asked[] => {
  const { t, whole } = words
  if (survey.source === 'record')
    return [...recordedPanels(survey.recorded, round.year)].map(([id, panels]) => ({
      id,
      panels,
      ground: t('groundPrinted'),
      printed: true,
    }))
  return survey.questions.map(question => ({
    id: question.id,
    panels: cut ? cutPanels(survey, question.id) : [wholePanel(question)],
    ground: [
      t('ground', { n: whole(question.n), population: whole(question.population ?? question.n) }),
      ...(question.type === 'multiple' ? [t('several')] : []),
    ].join('. '),
    printed: false,
  }))
}

function Question({ asked, round, words }: { asked: Asked; round: Round; words: Words }) {
  const { t, percent, whole } = words
  const { id, panels, ground, printed } = asked
  const draw: Draw = useMemo(() => {
    const labelled = panels.map(panel => ({
      id: panel.id,
      title: panel.option === null ? null : words.option(id, panel.option),
      bars: panel.bars.map(bar => ({
        ...bar,
        label: panel.option === null ? words.option(id, bar.id) : words.group(bar.id),
        note: words.note(bar),
      })),
    }))
    return drawShareBars({ panels: labelled, colour: countryColour(round.country), show: words.percent })
  }, [panels, id, words, round.country])
  return (
    <ChartFrame
      level={3}
      title={questionText(round.rubric, id)}
      subtitle={ground}
      method={t(printed ? 'methodPrinted' : 'method')}
      source={words.source}
      file={`tumstock-${id}`}
      draw={draw}
      table={{
        columns: [
          { title: t('option') },
          { title: t('group') },
          { title: t('share'), show: percent },
          { title: t('low'), show: percent },
          { title: t('high'), show: percent },
          { title: t('count'), show: whole },
          { title: 'n', show: whole },
        ],
        rows: panels.flatMap(panel =>
          panel.bars.map(bar => [
            words.option(id, panel.option ?? bar.id),
            panel.option === null ? t('cuts.none') : words.group(bar.id),
            bar.share,
            bar.low,
            bar.high,
            bar.count,
            bar.n,
          ]),
        ),
      }}
    />
  )
}
