import { Button } from '@digdir/designsystemet-react'
import { PrinterSmallIcon } from '@navikt/aksel-icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { visibleQuestions } from '@tumstock/rubric/visible'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { formatDay, formatTime } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { Page } from '../ui/page.tsx'
import { Loading, Problem } from '../ui/states.tsx'
import { answerText } from './answer-text.ts'
import { shownAnswers, type View } from './answered.ts'
import { FoundBehind } from './found-behind.tsx'
import styles from './print.module.css'
import { Receipt } from './receipt.tsx'
import { useView } from './use-view.ts'

const route = getRouteApi('/rounds/$round/answer/$entry/print')

/** All that is asked and answered, to be read through or put on paper. */
export function PrintPage() {
  const { t, i18n } = useTranslation('answering')
  const { t: rounds } = useTranslation('rounds')
  const { round, entry } = route.useParams()
  const { lang } = route.useSearch()
  const found = useQuery(trpc.rounds.get.queryOptions({ id: round, lang: i18n.language }))
  const { shown, error, retry } = useView({ round, entry, lang })
  const view = shown?.view
  const title = view?.entry.name ?? t('title')
  const trail = [
    { label: rounds('title'), to: '/rounds' },
    ...(found.data ? [{ label: found.data.title, to: `/rounds/${round}` }] : []),
    { label: title, to: `/rounds/${round}/answer/${entry}` },
  ]
  return (
    <Page
      title={title}
      about={t('print.title')}
      trail={trail}
      lead={view?.rubric.title}
      actions={
        view && (
          <Button className={styles.noPrint ?? ''} onClick={() => window.print()}>
            <PrinterSmallIcon aria-hidden />
            {t('print.act')}
          </Button>
        )
      }
    >
      {view ? (
        <Sheet round={round} view={view} />
      ) : error ? (
        <Problem error={error} retry={retry} />
      ) : (
        <Loading />
      )}
    </Page>
  )
}

function Sheet({ round, view }: { round: string; view: View }) {
  const { t } = useTranslation('answering')
  const locale = useLocale()
  const shown = shownAnswers(view.answers, [])
  const visible = visibleQuestions(view.rubric, shown)
  const { submittedAt, units } = view.entry
  return (
    <div className={styles.sheet}>
      {units.length > 1 && <p>{units.map(unit => unit.name).join(', ')}</p>}
      <p>
        {submittedAt === null ? t('print.notSent') : t('print.sent', { at: formatTime(submittedAt, locale) })}
      </p>
      {view.rubric.areas.map(area => {
        const asked = area.questions.filter(question => visible.has(question))
        if (asked.length === 0) return null
        return (
          <section key={area.id} className={styles.area}>
            {area.title !== '' && <h2>{area.title}</h2>}
            <dl>
              {asked.map(question => (
                <Answer key={question} name={question} round={round} view={view} />
              ))}
            </dl>
          </section>
        )
      })}
      {view.receipt && <Receipt round={round} entry={view.entry.id} />}
    </div>
  )
}

function Answer({ name, round, view }: { name: string; round: string; view: View }) {
  const { t } = useTranslation('answering')
  const { t: words } = useTranslation('evidence')
  const locale = useLocale()
  const question = view.rubric.questions[name]
  if (!question) return null
  const value = view.answers[name]?.value ?? null
  const evidence = view.evidence.filter(one => one.question === name && one.layer === 'claim')
  return (
    <div className={styles.answer}>
      <dt>{question.text}</dt>
      <dd data-none={value === null}>{answerText(question, value, { t, locale })}</dd>
      {evidence.length > 0 && (
        <dd className={styles.evidence}>
          {t('print.evidence')}
          <ul>
            {evidence.map(one => (
              <li key={one.id}>
                {one.title}
                {one.url !== null && ` – ${one.url}`}
                {one.checkedOn !== null &&
                  ` (${words('checked', { day: formatDay(one.checkedOn, locale) })})`}
              </li>
            ))}
          </ul>
        </dd>
      )}
      <FoundBehind name={name} question={question} round={round} view={view} />
    </div>
  )
}
