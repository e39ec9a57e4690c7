import { Button } from '@digdir/designsystemet-react'
import { PrinterSmallIcon } from '@navikt/aksel-icons'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EntryTag } from '../mine/entry-tag.tsx'
import { Page } from '../ui/page.tsx'
import { AnsweringProvider } from './answering.ts'
import { Areas } from './areas.tsx'
import { ColleaguesPanel } from './colleagues-panel.tsx'
import { Deadline } from './deadline.tsx'
import { Here } from './here.tsx'
import { LanguageOfQuestions } from './language-of-questions.tsx'
import styles from './questionnaire.module.css'
import { Questions } from './questions.tsx'
import { Receipt } from './receipt.tsx'
import { SavingLine } from './saving-line.tsx'
import { Submit } from './submit.tsx'
import { useAnswering } from './use-answering.ts'
import type { Shown } from './use-view.ts'
import { useWatch } from './use-watch.ts'
import { WhyClosed } from './why-closed.tsx'

const route = getRouteApi('/rounds/$round/answer/$entry')

type Props = {
  round: string
  shown: Shown
  languages: readonly string[]
  me: { id: string; name: string }
  signedIn: boolean
  trail: readonly { label: string; to: string }[]
}

export function Answers({ round, shown, languages, me, signedIn, trail }: Props) {
  const { t } = useTranslation('answering')
  const answering = useAnswering({ round, shown, me, signedIn })
  const { view } = answering
  const { language } = shown
  const { area } = route.useSearch()
  const { areas } = view.rubric
  const shownArea = areas.find(one => one.id === area) ?? areas[0]
  useWatch({ round, view, me: me.id, section: shownArea?.id ?? null })
  return (
    <AnsweringProvider value={answering}>
      <Page
        title={view.entry.name}
        about={view.rubric.title}
        trail={trail}
        tags={<EntryTag entry={view.entry} />}
        lead={<Deadline window={view.window} />}
        actions={
          <>
            <Submit />
            <Button asChild variant="secondary">
              <Link to="/rounds/$round/answer/$entry/print" params={{ round, entry: view.entry.id }}>
                <PrinterSmallIcon aria-hidden />
                {t('print.open')}
              </Link>
            </Button>
            <ColleaguesPanel />
          </>
        }
      >
        <WhyClosed />
        {view.receipt && <Receipt round={round} entry={view.entry.id} />}
        <SavingLine />
        <div className={styles.layout}>
          <div className={styles.side}>
            <Areas current={shownArea?.id} />
            <Here />
            <LanguageOfQuestions languages={languages} language={language} />
          </div>
          {shownArea && <Questions area={shownArea} language={language} />}
        </div>
      </Page>
    </AnsweringProvider>
  )
}
