import { Table } from '@digdir/designsystemet-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { Empty, Loading } from '../ui/states.tsx'
import styles from './rubrics.module.css'
import type { RubricView } from './rubrics.ts'

const QuestionnairePreview = lazy(() =>
  import('./questionnaire-preview.tsx').then(module => ({ default: module.QuestionnairePreview })),
)

/** The questions as they are answered, and the statistics that are read instead of asked. */
export function Questionnaire({ view }: { view: RubricView }) {
  const { t } = useTranslation('rubrics')
  const { questions, indicators } = view.rubric
  const asked = Object.keys(questions).length
  const read = Object.entries(indicators)
  return (
    <section className={styles.part} aria-labelledby="questions">
      {asked === 0 ? (
        <Empty title={t('questionsNone')} text={t('questionsNoneText')} />
      ) : (
        <>
          <h2 id="questions">{t('questionsTitle')}</h2>
          <p className="ts-muted">{t('questionsText', { questions: asked })}</p>
          <div className={styles.preview}>
            <Suspense fallback={<Loading />}>
              <QuestionnairePreview rubric={view.rubric} />
            </Suspense>
          </div>
        </>
      )}
      {read.length > 0 && (
        <>
          <h2>{t('indicators')}</h2>
          <ScrollArea className={styles.scroll} label={t('indicators')}>
            <Table data-size="sm">
              <Table.Head>
                <Table.Row>
                  {(['indicator', 'unit', 'source', 'code'] as const).map(head => (
                    <Table.HeaderCell key={head}>{t(head)}</Table.HeaderCell>
                  ))}
                </Table.Row>
              </Table.Head>
              <Table.Body>
                {read.map(([id, { title, unit, source, code }]) => (
                  <Table.Row key={id}>
                    <Table.Cell>{title}</Table.Cell>
                    <Table.Cell>{unit}</Table.Cell>
                    <Table.Cell>{source}</Table.Cell>
                    <Table.Cell>
                      <code>{code}</code>
                    </Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
          </ScrollArea>
        </>
      )}
    </section>
  )
}
