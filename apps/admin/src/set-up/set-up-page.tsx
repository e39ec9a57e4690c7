import { Alert, Paragraph } from '@digdir/designsystemet-react'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import { RoundFrame } from '../rounds/round-frame.tsx'
import { formatTime } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { Loading } from '../ui/states.tsx'
import { BasicsStep } from './basics-step.tsx'
import { ChangesHere } from './changes-here.tsx'
import { SavingLine } from './saving-line.tsx'
import styles from './set-up.module.css'
import type { Step } from './steps.ts'
import { StepsNav } from './steps-nav.tsx'
import { EditingProvider, useDraft } from './use-draft.ts'

const route = getRouteApi('/rounds/$round/set-up')

const PAGES: Record<Step, React.ComponentType> = {
  basics: BasicsStep,
  categories: lazy(() => import('./categories-step.tsx').then(m => ({ default: m.CategoriesStep }))),
  criteria: lazy(() => import('./criteria-step.tsx').then(m => ({ default: m.CriteriaStep }))),
  questions: lazy(() => import('./questions-step.tsx').then(m => ({ default: m.QuestionsStep }))),
  stages: lazy(() => import('./stages-step.tsx').then(m => ({ default: m.StagesStep }))),
  awards: lazy(() => import('./awards-step.tsx').then(m => ({ default: m.AwardsStep }))),
  texts: lazy(() => import('./texts-step.tsx').then(m => ({ default: m.TextsStep }))),
  check: lazy(() => import('./check-step.tsx').then(m => ({ default: m.CheckStep }))),
}

export function SetUpPage() {
  const { round: id } = route.useParams()
  return (
    <RoundFrame id={id} tab="set-up">
      {round => <SetUp key={`${round.id} ${round.state}`} round={round} />}
    </RoundFrame>
  )
}

function SetUp({ round }: { round: Round }) {
  const { step = 'basics', at, tries } = route.useSearch()
  const editing = useDraft(round, tries)
  const body = useRef<HTMLDivElement>(null)
  useGoTo(body, at)
  const Content = PAGES[step]
  return (
    <EditingProvider value={editing}>
      {editing.readOnly && <Frozen round={round} />}
      <div className={styles.layout} data-size="sm">
        <div className={styles.side}>
          <StepsNav current={step} round={round} />
          <ChangesHere />
        </div>
        <div className={styles.body} ref={body}>
          <SavingLine />
          <Suspense fallback={<Loading />}>
            <Content />
          </Suspense>
        </div>
      </div>
    </EditingProvider>
  )
}

/** Moves to the field that a link names by its path, or to the nearest thing above it. */
function useGoTo(body: React.RefObject<HTMLElement | null>, at: string | undefined) {
  useEffect(() => {
    if (at === undefined) return
    const timer = setTimeout(() => {
      const segments = at.split('.')
      for (let length = segments.length; length > 0; length--) {
        const path = CSS.escape(segments.slice(0, length).join('.'))
        const found = body.current?.querySelector<HTMLElement>(`[data-at="${path}"]`)
        if (!found) continue
        found.scrollIntoView({ block: 'center' })
        found.focus({ preventScroll: true })
        return
      }
    }, 150)
    return () => clearTimeout(timer)
  }, [body, at])
}

function Frozen({ round }: { round: Round }) {
  const { t } = useTranslation('setUp')
  const locale = useLocale()
  return (
    <Alert className={styles.frozen} data-color="info" data-size="sm">
      <Paragraph>
        {round.openedAt === null
          ? t('readOnly')
          : t('frozen', { when: formatTime(round.openedAt, locale), hash: round.hash?.slice(0, 12) ?? '' })}
      </Paragraph>
    </Alert>
  )
}
