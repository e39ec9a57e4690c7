import { Chip, Field, Fieldset, Label } from '@digdir/designsystemet-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { RoundFrame } from '../rounds/round-frame.tsx'
import { FindField } from '../ui/find-field.tsx'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import { Questions } from './questions.tsx'
import { Responses } from './responses.tsx'
import styles from './survey.module.css'
import { CUTS, type SurveySearch, surveySearch } from './survey-search.ts'
import { useWords } from './use-words.ts'
import { WavesPicture } from './waves-picture.tsx'

const route = getRouteApi('/rounds/$round/survey')

/** A survey's results: who answered, whether they are like those who were asked, each question, and earlier waves. */
export function SurveyPage() {
  const { round } = route.useParams()
  return (
    <RoundFrame id={round} tab="survey">
      {found => <Results round={found} />}
    </RoundFrame>
  )
}

function Results({ round }: { round: Round }) {
  const { t } = useTranslation('survey')
  const { by, text = '' } = route.useSearch()
  const survey = useQuery(
    trpc.results.survey.queryOptions(
      { round: round.id, by: by ?? 'band' },
      { placeholderData: keepPreviousData },
    ),
  )
  const words = useWords(round, survey.data)
  if (survey.isError) return <Problem error={survey.error} retry={() => survey.refetch()} />
  if (!survey.data) return <Loading />
  const { questions, recorded, responseRate, trends } = survey.data
  const answered = responseRate.all.answered > 0 || recorded.length > 0 || trends.length > 0
  if (!answered) return <Empty title={t('none')} text={t('noneText')} />
  return (
    <div className={styles.page}>
      <Responses survey={survey.data} words={words} />
      {trends.length > 0 && <WavesPicture round={round} trends={trends} words={words} />}
      <section className={styles.part} aria-labelledby="questions">
        <h2 id="questions">{t('questions')}</h2>
        <Controls cuttable={questions.length > 0} />
        <Questions round={round} survey={survey.data} words={words} cut={by !== undefined} text={text} />
      </section>
    </div>
  )
}

/** What the questions are cut by, and words to find one by; both in the address. */
function Controls({ cuttable }: { cuttable: boolean }) {
  const { t } = useTranslation('survey')
  const { by, text } = route.useSearch()
  const navigate = route.useNavigate()
  const set = (change: Partial<SurveySearch>) =>
    navigate({ search: before => surveySearch({ ...before, ...change }), replace: true, resetScroll: false })
  return (
    <search className={styles.controls}>
      {cuttable && (
        <Fieldset data-size="sm">
          <Fieldset.Legend>{t('cut')}</Fieldset.Legend>
          <div className={styles.cuts}>
            {([undefined, ...CUTS] as const).map(cut => (
              <Chip.Radio
                key={cut ?? 'none'}
                name="cut"
                value={cut ?? 'none'}
                checked={by === cut}
                onChange={() => set({ by: cut })}
              >
                {t(`cuts.${cut ?? 'none'}`)}
              </Chip.Radio>
            ))}
          </div>
        </Fieldset>
      )}
      <Field data-size="sm" className={styles.find}>
        <Label htmlFor="find">{t('find')}</Label>
        <FindField
          id="find"
          label={t('find')}
          placeholder=""
          value={text}
          find={words => set({ text: words })}
        />
      </Field>
    </search>
  )
}
